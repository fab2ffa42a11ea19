using System.Globalization;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Reads the channels of one procedure.</summary>
internal static class ChannelReader
{
    /// <summary>Times from here on are not even shown: no calendar reaches that far.</summary>
    private const decimal Countable = 1_000_000;

    /// <summary>The channels, ordered by channel and case.</summary>
    public static IReadOnlyList<ProcedureChannel> Read(IReadOnlyList<JsonRecord> records, LineLog log)
    {
        var rows = new List<ProcedureChannel>(records.Count);
        foreach (var record in records)
        {
            var name = record.Text("channel");
            if (!EnumWord<FilingChannel>.TryParse(name, out var channel))
            {
                log.Add(ProcedureFindings.UnknownChannel, $"The channel '{name}' is not {string.Join(", ", EnumWord<FilingChannel>.All)}; it is left out.");
                continue;
            }

            rows.Add(ReadOne(record, channel, rows.Count(row => row.Channel == channel) + 1, log));
        }

        Report(rows, log);
        return [.. rows.OrderBy(row => row.Channel).ThenBy(row => row.Case)];
    }

    private static ProcedureChannel ReadOne(JsonRecord record, FilingChannel channel, int number, LineLog log)
    {
        var named = $"{EnumWord<FilingChannel>.Of(channel)}/{number}";
        var unit = record.Text("unit") ?? "";
        var time = ReadTime(record, named, log);
        return new ProcedureChannel
        {
            Channel = channel,
            Case = number,
            PublishedTime = time,
            PublishedUnit = unit,
            Term = time is { } given ? ReadTerm(given, unit, named, log) : null,
            FeeVnd = ReadFee(record, named, log),
            FeeNote = record.Text("feeNote"),
        };
    }

    private static decimal? ReadTime(JsonRecord record, string named, LineLog log)
    {
        if (record.NumberText("time") is not { } text)
        {
            log.Add(ChannelFindings.TermMissing, $"{named}: no time is given; no deadline can be computed.");
            return null;
        }

        if (TryParseNumber(text, out var time) && time < Countable) return time;
        log.Add(ChannelFindings.TermUnreadable, $"{named}: the time '{text}' is no number that can be counted; no deadline can be computed.");
        return null;
    }

    private static ProcedureTerm? ReadTerm(decimal time, string unit, string named, LineLog log)
    {
        var (term, rule, message) = ProcedureTerms.Of(time, unit);
        if (rule is not null) log.Add(rule, $"{named}: {message}");
        if (ProcedureTerms.IsImplausible(time))
        {
            log.Add(ChannelFindings.TermImplausible, string.Create(CultureInfo.InvariantCulture, $"{named}: a time of {time} is longer than any procedure's."));
        }

        return term;
    }

    private static long? ReadFee(JsonRecord record, string named, LineLog log)
    {
        if (record.NumberText("feeVnd") is not { } text) return null;
        if (TryParseNumber(text, out var fee) && decimal.IsInteger(fee) && fee <= long.MaxValue) return (long)fee;
        log.Add(ChannelFindings.FeeUnreadable, $"{named}: the fee '{text}' is no whole number of dong; it is left out.");
        return null;
    }

    private static void Report(List<ProcedureChannel> rows, LineLog log)
    {
        foreach (var repeated in rows.GroupBy(row => row.Channel).Where(group => group.Count() > 1))
        {
            log.Add(ProcedureFindings.RepeatedChannel, $"{EnumWord<FilingChannel>.Of(repeated.Key)} has {repeated.Count()} cases.");
        }

        foreach (var (rule, message) in FeeChecks.Of(rows)) log.Add(rule, message);
    }

    /// <summary>A number that is not negative; texts may have a decimal comma.</summary>
    private static bool TryParseNumber(string text, out decimal number)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text.Replace(',', '.'), style, CultureInfo.InvariantCulture, out number);
    }
}
