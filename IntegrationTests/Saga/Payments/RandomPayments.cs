using DichVuCong.Contracts.Payments;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>What is said of an order, and how many minutes pass before each word.</summary>
internal sealed record Words(IReadOnlyList<object> Messages, IReadOnlyList<int> Minutes)
{
    /// <summary>What a failed property prints.</summary>
    public override string ToString() => string.Join('\n', Messages.Zip(Minutes, (message, minutes) => $"+{minutes} min {message}"));
}

/// <summary>
/// Makes up what partners, agencies, statements and citizens say, in any order and as often as they like: contradictions, wrong amounts,
/// answers to what was never asked, settlements of too much, decisions of one person.
/// </summary>
internal static class RandomPayments
{
    private static readonly string[] Partners = [Pay.Partner, Pay.Partner, Pay.Other];
    private static readonly string[] Numbers = ["1", "1", "2", "3", "3"];
    private static readonly long[] Amounts = [150_000, 150_000, 150_000, 149_999, 150_001, 300_000, 1];

    public static Arbitrary<Words> Words() => (
        from count in Gen.Choose(1, 25)
        from messages in Message.ArrayOf(count)
        from minutes in Gen.Elements(0, 0, 0, 1, 7, 90, 1500, 9000).ArrayOf(count)
        select new Words(messages, minutes)).ToArbitrary();

    private static Gen<object> Message =>
        from kind in Gen.Choose(0, 23)
        from partner in Gen.Elements(Partners)
        from number in Gen.Elements(Numbers)
        from amount in Gen.Elements(Amounts)
        from refund in Gen.Choose(1, 4)
        from date in Gen.Choose(2, 4)
        from minute in Gen.Choose(0, 20_000)
        select Made(kind, partner, number, amount, refund, date, minute);

    private static object Made(int kind, string partner, string number, long amount, int refund, int date, int minute) => kind switch
    {
        < 6 => Pay.Paid(minute % 7 == 0 ? null : number, amount, partner, (PaymentSource)((minute % 3) + 1)) with
        {
            BankDate = minute % 2 == 0 ? null : new DateOnly(2026, 3, date),
            PaidAt = minute % 5 == 0 ? null : Pay.Start.AddMinutes(minute),
            StartedAt = minute % 11 == 0 ? Pay.Start.AddMinutes(minute % 3) : null,
        },
        6 => Pay.Failed(number, partner, (PaymentSource)((minute % 3) + 1)),
        7 => Pay.Failed(number: null, partner),
        8 => Pay.Doubtful(partner: partner),
        9 => Pay.Reversed(minute % 7 == 0 ? null : number, minute % 4 == 0 ? 0 : amount, partner),
        10 => Pay.Chosen(partner, minute % 2 == 0 ? minute : date),
        11 or 12 => Pay.Settled(number, amount, line: $"{partner}-{date}-{number}", partner) with { Account = minute % 9 == 0 ? "VCB/0000" : Pay.Treasury.Key },
        13 => Pay.Decided($"{refund}/QĐ", minute % 2 == 0 ? amount : amount / 2, number, (RefundRoute)((minute % 2) + 1)) with { Partner = partner },
        14 => Pay.Decided($"{refund + 4}/QĐ", amount, number) with { ApprovedBy = minute % 2 == 0 ? "lanhdao01" : "ketoan01" },
        15 => new RefundTaken(Pay.Reference, refund),
        16 => new RefundMade(Pay.Reference, refund),
        17 => new RefundRejected(Pay.Reference, refund, "95"),
        18 => minute % 3 == 0
            ? new CancelOrder(Pay.Reference, "Rút hồ sơ")
            : new AskRefund(Pay.Reference, partner, number, new Vnd(amount), "Nộp nhầm", "congdan01"),
        19 => new PaymentNotKnown(Pay.Reference, partner, minute % 2 == 0 ? null : Pay.Start.AddMinutes(date)),
        20 => new KeepReceipt(Pay.Reference, "BL/26E", number, new DateOnly(2026, 3, date), minute % 2 == 0 ? null : "https://bienlai.example.vn/" + number),
        21 => new ConfirmationTaken(Pay.Reference, refund),
        22 => new RefundNotShown(Pay.Reference, refund),
        _ => new ConfirmationNotTaken(Pay.Reference, refund, "99"),
    };
}
