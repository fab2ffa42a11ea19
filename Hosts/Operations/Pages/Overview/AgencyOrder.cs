using DichVuCong.Registries.Operations.Overview;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>By which column the table of agencies is sorted.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record AgencyOrder(string Column, bool IsDescending)
{
    private static readonly Dictionary<string, Func<AgencyLine, double>> Columns = new(StringComparer.Ordinal)
    {
        ["filed"] = line => line.Filed,
        ["counter"] = line => line.AtCounter,
        ["accepted"] = line => line.Accepted,
        ["onTime"] = line => line.OnTime,
        ["late"] = line => line.Late,
        ["refused"] = line => line.Refused,
        ["share"] = line => line.OnTimeShare ?? 101,
        ["overdue"] = line => line.Overdue,
        ["alarmed"] = line => line.Alarmed,
    };

    /// <summary>The order that a query names; by name where it names none that exists.</summary>
    public static AgencyOrder Of(string column, bool isDescending) => new(Columns.ContainsKey(column) ? column : "name", isDescending);

    /// <summary>The lines in this order; equal ones by name.</summary>
    public IReadOnlyList<AgencyLine> Sort(IReadOnlyList<AgencyLine> lines)
    {
        if (!Columns.TryGetValue(Column, out var value)) return IsDescending ? [.. lines.Reverse()] : lines;
        return [.. IsDescending ? lines.OrderByDescending(value) : lines.OrderBy(value)];
    }
}
