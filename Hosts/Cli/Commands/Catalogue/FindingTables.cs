using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Catalogue;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Catalogue;

/// <summary>How many findings of one code there are.</summary>
internal sealed record FindingCount(string Code, FindingSeverity Severity, int Count);

/// <summary>Shows the findings of an import.</summary>
internal static class FindingTables
{
    private static readonly Dictionary<FindingSeverity, string> Words = new()
    {
        [FindingSeverity.Error] = "Lỗi",
        [FindingSeverity.Warning] = "Cảnh báo",
        [FindingSeverity.Info] = "Thông tin",
    };

    /// <summary>The worst first, then the commonest.</summary>
    public static IReadOnlyList<FindingCount> CountsOf(IEnumerable<CatalogueFinding> findings) =>
    [
        .. findings.GroupBy(finding => (finding.Code, finding.Severity))
            .Select(group => new FindingCount(group.Key.Code, group.Key.Severity, group.Count()))
            .OrderByDescending(row => row.Severity).ThenByDescending(row => row.Count).ThenBy(row => row.Code, StringComparer.Ordinal),
    ];

    public static void ShowCounts(IAnsiConsole console, IReadOnlyList<FindingCount> counts)
    {
        if (counts.Count == 0) return;
        var table = Tables.Of("Mức", "Mã phát hiện", "Số bản ghi");
        foreach (var row in counts) table.Row(Words[row.Severity], row.Code, Tables.Number(row.Count));
        console.Write(table);
    }

    public static void ShowAll(IAnsiConsole console, IReadOnlyList<CatalogueFinding> findings)
    {
        var table = Tables.Of("Mức", "Mã phát hiện", "Tệp", "Dòng", "Bản ghi", "Nội dung");
        foreach (var finding in findings)
        {
            table.Row(
                Words[finding.Severity], finding.Code, finding.File, finding.Line.ToString(CultureInfo.InvariantCulture), finding.Record, finding.Message);
        }

        console.Write(table);
    }
}
