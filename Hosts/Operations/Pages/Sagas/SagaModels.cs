using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Graphs;
using DichVuCong.Registries.Operations.Sagas;

namespace DichVuCong.Operations.Pages.Sagas;

/// <summary>The page of counts.</summary>
/// <param name="Census">The last census; null before the first.</param>
public sealed record SagasModel(SagaCensus? Census)
{
    /// <summary>Where the sagas of a state are listed; null where they are not.</summary>
    public static string? AddressOf(SagaCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        if (count.Type == SagaTypes.Dossiers.Endpoint) return $"/dossiers?state={count.State}";
        return SagaLists.Has(count.Type) ? $"/sagas/{count.Type}/{count.State}" : null;
    }

    /// <summary>Where one saga is shown; null where it is not.</summary>
    public static string? AddressOf(string type, string? key) =>
        key is not null && (type == SagaTypes.Dossiers.Endpoint || type == SagaTypes.Notices.Endpoint) ? $"/dossiers/{key}" : null;
}

/// <summary>The page of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="TakenAt">When it was counted.</param>
/// <param name="Stuck">The sagas that are stuck by it longest.</param>
/// <param name="Now">When the page was made.</param>
public sealed record StuckModel(StuckRule Rule, DateTimeOffset TakenAt, IReadOnlyList<StuckSaga> Stuck, DateTimeOffset Now);

/// <summary>The page of one state.</summary>
/// <param name="Type">The type of saga.</param>
/// <param name="State">The state.</param>
/// <param name="Rows">Those that stand there longest.</param>
/// <param name="Now">When the page was made.</param>
public sealed record SagaListModel(string Type, string State, IReadOnlyList<ListedSaga> Rows, DateTimeOffset Now)
{
    /// <summary>The type's state graph, this state marked.</summary>
    public string Graph(bool english)
    {
        var drawing = Type == SagaTypes.Orders.Endpoint ? StateDrawings.Orders : Type == SagaTypes.Obligations.Endpoint ? StateDrawings.Obligations : StateDrawings.Inquiries;
        var name = OperatorWords.OfState(Type, State, english);
        return new StateGraphSvg(drawing, state => OperatorWords.OfState(Type, state, english)).Draw(
            new WayTaken([], State), english ? "State graph" : "Đồ thị trạng thái", english ? $"This state: {name}." : $"Trạng thái này: {name}.");
    }
}
