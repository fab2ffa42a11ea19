using System.Globalization;
using System.Text.RegularExpressions;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Looks for fees that cannot be meant as they stand. None is changed: these fees are shown and charge nobody (decisions, Payments).</summary>
internal static partial class FeeChecks
{
    private const long SmallestPlausible = 1_000;
    private const int Tenth = 10;

    /// <summary>What is doubtful about the fees of one procedure.</summary>
    public static IEnumerable<(FindingRule Rule, string Message)> Of(IReadOnlyList<ProcedureChannel> channels)
    {
        foreach (var row in channels.Where(row => row.FeeVnd is > 0 and < SmallestPlausible))
        {
            yield return SaysThousands(row)
                ? (ChannelFindings.FeeInThousands, $"{Named(row)}: the fee is {row.FeeVnd}, its note says a thousand times that; kept as it is.")
                : (ChannelFindings.FeeImplausible, $"{Named(row)}: a fee of {row.FeeVnd} dong cannot be meant; kept as it is.");
        }

        foreach (var online in channels.Where(row => row is { Channel: FilingChannel.Online, FeeVnd: > 0 }))
        {
            if (channels.Any(row => row.Channel == FilingChannel.Direct && row.Case == online.Case && row.FeeVnd == online.FeeVnd * Tenth))
            {
                yield return (ChannelFindings.FeeOnlineTenth, $"{Named(online)}: the fee of {online.FeeVnd} is a tenth of the counter's; kept as it is.");
            }
        }
    }

    private static bool SaysThousands(ProcedureChannel row) =>
        row.FeeNote is { } note && Amounts().Matches(note).Any(match => AmountOf(match.ValueSpan) == row.FeeVnd * SmallestPlausible);

    private static long AmountOf(ReadOnlySpan<char> text) =>
        long.TryParse(text.ToString().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private static string Named(ProcedureChannel row) => $"{EnumWord<FilingChannel>.Of(row.Channel)}/{row.Case}";

    /// <summary>Amounts with points between their thousands: <c>40.000</c>.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{3})+(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Amounts();
}
