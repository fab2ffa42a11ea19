namespace DichVuCong.Cli.Load.Payments;

/// <summary>An obligation that the Gateway took, with its order.</summary>
/// <param name="Draw">What is done about it.</param>
/// <param name="Reference">The order's reference.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Account">The beneficiary's account.</param>
/// <param name="ExpiresAt">Until when it can be paid.</param>
/// <param name="MinistryReference">MaThamChieu of an INIT; null for one that an agency stated.</param>
internal sealed record StatedOrder(PaymentDraw Draw, string Reference, long Amount, string Account, DateTimeOffset ExpiresAt, string? MinistryReference = null);

/// <summary>An order as <c>GET /v1/orders/{reference}</c> shows it.</summary>
internal sealed record PublicOrder
{
    public required string Reference { get; init; }

    public required string State { get; init; }

    public required long CollectedVnd { get; init; }

    public required long RefundedVnd { get; init; }

    public required IReadOnlyList<PublicPayment> Transactions { get; init; }

    public required IReadOnlyList<PublicRefund> Refunds { get; init; }

    /// <summary>The payments among the transactions; others are attempts that failed.</summary>
    public IEnumerable<PublicPayment> Payments => Transactions.Where(transaction => transaction.Result == "paid");

    /// <summary>Whether it is paid, whatever became of the money since.</summary>
    public bool IsPaid => State is "paid" or "settled" or "refunded";
}

/// <summary>A payment that a partner told of.</summary>
internal sealed record PublicPayment(string Partner, string TransactionNo, string Result, long AmountVnd);

/// <summary>Money that goes back.</summary>
internal sealed record PublicRefund(int Number, string Partner, string TransactionNo, long AmountVnd, string State)
{
    /// <summary>Whether nothing more is to come of it.</summary>
    public bool IsOver => State is "done" or "rejected";
}

/// <summary>An open difference, as its agency sees it (<c>GET /v1/inquiries</c>).</summary>
internal sealed record PublicInquiry(
    string Difference, string Kind, string? Partner, string? Reference, string? TransactionNo, long ExpectedVnd, long FoundVnd)
{
    /// <summary>What the partner has beyond our word.</summary>
    public long Surplus => Math.Max(0, FoundVnd - ExpectedVnd);
}
