using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>The orders in which messages may arrive.</summary>
internal static class Orders
{
    /// <summary>All orders, but for those in which a correction comes before its row.</summary>
    public static IEnumerable<IReadOnlyList<object>> Of(IReadOnlyList<object> messages) =>
        messages.Count == 0 ? [[]] : messages.SelectMany((last, index) => Of([.. messages.Where((_, other) => other != index)]).Select(first => (IReadOnlyList<object>)[.. first, last])).Where(IsPossible);

    public static bool IsPossible(IReadOnlyList<object> order) =>
        order.Select((message, index) => (message, index)).All(place => place.message is not AcceptCorrection correction
            || order.Take(place.index).OfType<RecordAgencyStatus>().Any(row => row.Row.RowId == correction.RowId));

    public static string Show(IEnumerable<object> order) => string.Join(", ", order.Select(message => message switch
    {
        RecordAgencyStatus { Row: var row } => $"{(int)row.State}@{row.At:dd HH:mm}",
        AcceptCorrection correction => $"accept {correction.RowId}",
        _ => message.GetType().Name,
    }));
}
