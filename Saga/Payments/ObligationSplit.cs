using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>Why an obligation cannot be split.</summary>
public enum SplitFault
{
    /// <summary>It has no line.</summary>
    NoLines,

    /// <summary>A line's amount is nothing or less.</summary>
    AmountNotPositive,

    /// <summary>An order would be more than partners can take.</summary>
    AmountTooLarge,

    /// <summary>It has more accounts than can be told apart in one answer.</summary>
    TooManyAccounts,
}

/// <summary>
/// Splits an obligation's lines into one order for each beneficiary account, for the door: its answer names the orders. Accounts keep the order
/// in which the lines name them first, so the same lines always give the same orders.
/// </summary>
public static class ObligationSplit
{
    /// <summary>vnp_Amount has 12 digits, the last two of them decimals.</summary>
    public static Vnd Largest { get; } = new(9_999_999_999);

    /// <summary>As many orders as one obligation may have.</summary>
    public const int MostAccounts = 10;

    /// <summary>Checks the lines; null when nothing is wrong with them.</summary>
    public static SplitFault? FaultOf(IReadOnlyList<FeeLine> lines)
    {
        if (lines.Count == 0) return SplitFault.NoLines;
        if (lines.Any(line => !line.Amount.IsPositive)) return SplitFault.AmountNotPositive;
        // One by one before they are added up: no sum of amounts below the largest turns over.
        if (lines.Any(line => line.Amount > Largest)) return SplitFault.AmountTooLarge;
        var parts = PartsOf(lines);
        if (parts.Any(part => part.Amount > Largest)) return SplitFault.AmountTooLarge;
        return parts.Count > MostAccounts ? SplitFault.TooManyAccounts : null;
    }

    /// <summary>The orders of lines that have no fault.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="day">The day in Asia/Ho_Chi_Minh.</param>
    /// <param name="draw">Draws what makes a reference unique; called once for each order.</param>
    /// <exception cref="ArgumentException">The lines have a fault.</exception>
    public static IReadOnlyList<ObligationOrder> OrdersOf(IReadOnlyList<FeeLine> lines, DateOnly day, Func<ulong> draw)
    {
        if (FaultOf(lines) is { } fault) throw new ArgumentException($"The lines cannot be split: {fault}.", nameof(lines));
        return [.. PartsOf(lines).Select(part => part with { Reference = PaymentReference.Of(day, draw()) })];
    }

    private static List<ObligationOrder> PartsOf(IReadOnlyList<FeeLine> lines) =>
    [
        .. lines.GroupBy(line => line.Beneficiary.Key, StringComparer.Ordinal).Select(group => new ObligationOrder(
            default,
            group.First().Beneficiary,
            Vnd.Sum(group.Select(line => line.Amount)),
            [.. group.Select(line => new OrderLine(line.Kind, line.Code, line.Name, line.Amount))])),
    ];
}
