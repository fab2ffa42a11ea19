using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>A type of saga as operators know it.</summary>
/// <param name="Endpoint">Its endpoint.</param>
/// <param name="States">Its states by number, in their order, with their names.</param>
/// <param name="Over">The states in which nothing more is expected.</param>
public sealed record SagaTypeInfo(string Endpoint, IReadOnlyList<(short Number, string Name)> States, IReadOnlySet<short> Over)
{
    /// <summary>The name of a state; its number where there is none.</summary>
    public string NameOf(short state) =>
        States.FirstOrDefault(row => row.Number == state).Name ?? state.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The types of saga that are counted.</summary>
public static class SagaTypes
{
    /// <summary>Dossiers.</summary>
    public static SagaTypeInfo Dossiers { get; } = Of<DossierState>(Endpoints.Dossiers, StateGraph.IsFinal);

    /// <summary>Notices: one saga for each dossier, counted by notice and channel.</summary>
    public static SagaTypeInfo Notices { get; } = Of<NoticeState>(Endpoints.Notices, state => state is not (NoticeState.Ordered or NoticeState.Waiting));

    /// <summary>Obligations.</summary>
    public static SagaTypeInfo Obligations { get; } = Of<ObligationState>(
        PaymentEndpoints.Obligations, state => state is ObligationState.Settled or ObligationState.Expired or ObligationState.Cancelled or ObligationState.Refunded);

    /// <summary>Orders.</summary>
    public static SagaTypeInfo Orders { get; } = Of<OrderState>(
        PaymentEndpoints.Orders, state => state is OrderState.Settled or OrderState.Expired or OrderState.Cancelled or OrderState.Refunded);

    /// <summary>Inquiries.</summary>
    public static SagaTypeInfo Inquiries { get; } = Of<InquiryState>(PaymentEndpoints.Inquiries, state => state == InquiryState.Closed);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SagaTypeInfo> All { get; } = [Dossiers, Notices, Obligations, Orders, Inquiries];

    /// <summary>The type of an endpoint; null for one that is not counted.</summary>
    public static SagaTypeInfo? Find(string? endpoint) => All.FirstOrDefault(type => type.Endpoint == endpoint);

    private static SagaTypeInfo Of<TState>(string endpoint, Func<TState, bool> isOver)
        where TState : struct, Enum
    {
        var states = Enum.GetValues<TState>().Select(state => (Number: Convert.ToInt16(state, System.Globalization.CultureInfo.InvariantCulture), State: state))
            .OrderBy(row => row.Number).ToList();
        return new SagaTypeInfo(endpoint, [.. states.Select(row => (row.Number, $"{row.State}"))], states.Where(row => isOver(row.State)).Select(row => row.Number).ToHashSet());
    }
}
