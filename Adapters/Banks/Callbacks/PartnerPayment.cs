using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>What a partner told about one payment, proven to come from it.</summary>
public sealed record PartnerPayment
{
    /// <summary>The partner, as in <c>/callbacks/{partner}</c>.</summary>
    public required string Partner { get; init; }

    /// <summary>Our order's reference as the partner gave it; empty when it gave none. Not checked to be one of ours.</summary>
    public required string OrderReference { get; init; }

    /// <summary>The partner's number of the transaction; empty when there is none, as for a payment that failed before it began.</summary>
    public required string TransactionNo { get; init; }

    /// <summary>The amount, in đồng whatever the partner's unit.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>What became of it.</summary>
    public required PaymentResult Result { get; init; }

    /// <summary>The partner's own code for it.</summary>
    public required string Code { get; init; }

    /// <summary>The payer's bank, in the partner's code.</summary>
    public string? Bank { get; init; }

    /// <summary>The account that the money came to, where the partner says.</summary>
    public string? Account { get; init; }

    /// <summary>When it was paid, by the partner's clock.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The key that proved it.</summary>
    public required string KeyId { get; init; }

    /// <summary>
    /// Whether <see cref="TransactionNo"/> names the transaction without the order, for partners whose repeats may leave the order out.
    /// Default false.
    /// </summary>
    public bool IsNumberedAlone { get; init; }

    /// <summary>
    /// What repeats are found by: the same for every telling of one result of one transaction. Pending and then paid are two tellings, each
    /// to be recorded, and no conflict.
    /// </summary>
    public string Identity => string.Join('|', Partner, IdentifyingOrder, TransactionNo, Result);

    /// <summary>
    /// What tells a repeat (the same content) from a conflict (another amount or account): see <see cref="Callbacks.ContentHash"/>.
    /// </summary>
    public string ContentHash => Callbacks.ContentHash.Of(this);

    /// <summary>The order as far as it names the transaction.</summary>
    internal string IdentifyingOrder => IsNumberedAlone ? "" : OrderReference;

    /// <inheritdoc/>
    public override string ToString() => $"{Partner} {OrderReference} {Result} {Code}";
}
