using System.Globalization;
using System.Text.RegularExpressions;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>Reads the values of single tags.</summary>
internal static partial class Mt940Movement
{
    private const int Century = 2000;

    /// <summary>A whole amount of đồng: <c>150000,</c> or with zeros behind the comma.</summary>
    public static long Amount(string text, string tag, long line)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && text.AsSpan(comma + 1).IndexOfAnyExcept('0') < 0 && long.TryParse(text.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new StatementRejectedException(line, tag, RejectionRule.Value, "The amount is whole đồng with a comma behind it.");
    }

    /// <summary>A day, yyMMdd.</summary>
    public static DateOnly Day(string text, string tag, long line) =>
        DateOnly.TryParseExact($"{Century / 100}{text}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new StatementRejectedException(line, tag, RejectionRule.Value, "The day is written yyMMdd.");

    /// <summary>A balance: the day and the amount, negative for a debit.</summary>
    public static (DateOnly Day, long Amount) Balance(string text, string tag, long line)
    {
        var match = BalanceForm().Match(text);
        if (!match.Success) throw new StatementRejectedException(line, tag, RejectionRule.Value, "It is C or D, a day, a currency and an amount.");
        if (match.Groups["currency"].ValueSpan is not "VND") throw new StatementRejectedException(line, tag, RejectionRule.Currency, "Only VND is taken.");
        var amount = Amount(match.Groups["amount"].Value, tag, line);
        return (Day(match.Groups["day"].Value, tag, line), match.Groups["mark"].ValueSpan is "C" ? amount : -amount);
    }

    /// <summary>The parts of a <c>:61:</c>.</summary>
    public static Match Parts(string text, long line)
    {
        var match = MovementForm().Match(text);
        return match.Success ? match : throw new StatementRejectedException(line, ":61:", RejectionRule.Value, "It is a day, C, D, RC or RD, an amount, a type and references.");
    }

    [GeneratedRegex("^(?<mark>[CD])(?<day>[0-9]{6})(?<currency>[A-Z]{3})(?<amount>[0-9]{1,15},[0-9]{0,2})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex BalanceForm();

    [GeneratedRegex(
        "^(?<day>[0-9]{6})(?<entry>[0-9]{4})?(?<mark>R?[CD])(?<funds>[A-Z])?(?<amount>[0-9]{1,15},[0-9]{0,2})(?<type>[A-Z][A-Z0-9]{3})(?<own>[^/]{1,16}(?:/[^/]+)*?)(?://(?<bank>.{1,16}))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MovementForm();
}
