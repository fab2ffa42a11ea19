using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Differences: each is found once, and has an inquiry of its own.</content>
internal sealed partial class OrderDeciding
{
    private void Differ(DifferenceKind kind, Transaction transaction, Vnd expected, Vnd found) =>
        Differ(kind, transaction.Index.ToString(CultureInfo.InvariantCulture), transaction, expected, found);

    private void Differ(DifferenceKind kind, string end, Transaction transaction, Vnd expected, Vnd found) =>
        Differ(kind, end, transaction.Partner, transaction.Number, expected, found, transaction.Day);

    private void DifferStillUnknown(Attempt attempt) => Differ(
        DifferenceKind.StillUnknown, attempt.Partner, attempt.Partner, number: null, Data.Amount, Vnd.Zero, VietnamTime.DayOf(attempt.StartedAt));

    private void Differ(DifferenceKind kind, string end, string partner, string? number, Vnd expected, Vnd found, DateOnly day)
    {
        var difference = string.Create(CultureInfo.InvariantCulture, $"{(int)kind}-{end}");
        if (Data.Differences.Contains(difference, StringComparer.Ordinal)) return;
        Data = Data with { Differences = [.. Data.Differences, difference] };
        Send(new OpenInquiry($"{Data.Reference}-{difference}", kind, partner, Data.Reference, Data.Agency, number, expected, found, day));
    }
}
