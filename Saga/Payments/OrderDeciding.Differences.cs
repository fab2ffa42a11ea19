using System.Globalization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>
/// Differences: each is found once, and has an inquiry of its own. What makes one is its kind, what it is of, its cause, where a kind has
/// several, and what was found: another cause or figure is another difference.
/// </content>
internal sealed partial class OrderDeciding
{
    private void Differ(DifferenceKind kind, Transaction transaction, Vnd expected, Vnd found) => Differ(kind, "", transaction, expected, found);

    private void Differ(DifferenceKind kind, string cause, Transaction transaction, Vnd expected, Vnd found) => Differ(
        kind, $"{transaction.Index.ToString(CultureInfo.InvariantCulture)}{cause}", transaction.Partner, transaction.Number, expected, found, transaction.Day);

    private void DifferOfRefund(DifferenceKind kind, string cause, Refund refund, Vnd expected, Vnd found)
    {
        var payment = PaymentOf(refund);
        Differ(kind, $"r{refund.Number.ToString(CultureInfo.InvariantCulture)}{cause}", payment.Partner, payment.Number, expected, found, payment.Day);
    }

    private void DifferStillUnknown(Attempt attempt)
    {
        var began = attempt.StartedAt ?? attempt.AskedFrom;
        var end = $"{attempt.Partner}-{began.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        Differ(DifferenceKind.StillUnknown, end, attempt.Partner, number: null, Data.Amount, Vnd.Zero, rules.DayOf(attempt.Partner, began));
    }

    private void Differ(DifferenceKind kind, string end, string partner, string? number, Vnd expected, Vnd found, DateOnly day)
    {
        var difference = string.Create(CultureInfo.InvariantCulture, $"{(int)kind}-{end}-{found.Amount}");
        if (Data.Differences.Contains(difference, StringComparer.Ordinal)) return;
        Data = Data with { Differences = [.. Data.Differences, difference] };
        Send(new OpenInquiry($"{Data.Reference}-{difference}", kind, partner, Data.Reference, Data.Agency, number, expected, found, day));
    }
}
