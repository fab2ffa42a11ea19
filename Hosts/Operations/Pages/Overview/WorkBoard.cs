using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>What needs a human, as the first page shows it.</summary>
/// <param name="Counts">How many of each kind.</param>
/// <param name="Items">The first of each kind.</param>
public sealed record WorkBoard(IReadOnlyList<WorkCount> Counts, IReadOnlyList<WorkItem> Items);
