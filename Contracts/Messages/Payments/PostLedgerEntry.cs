using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// Appends one entry to the ledger: an amount that left one account and reached another. Entries are never changed; an order numbers its own
/// from 1, so that one told again is the same one.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Entry">The entry's number in the order.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From">The account it left (<see cref="LedgerAccounts"/>).</param>
/// <param name="To">The account it reached.</param>
/// <param name="Amount">How much; always more than nothing.</param>
/// <param name="Partner">The partner through which it was collected.</param>
/// <param name="Day">The day the payment belongs to: everything that happens to its money later stays with that day.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Transaction">The payment's place in the order, from 1: it stays when a number becomes known later.</param>
/// <param name="BookedAt">When it was booked.</param>
[MessageName("payments.post-ledger-entry.v1")]
public sealed record PostLedgerEntry(
    PaymentReference Reference,
    int Entry,
    LedgerKind Kind,
    string From,
    string To,
    Vnd Amount,
    string Partner,
    DateOnly Day,
    string TransactionNo,
    int Transaction,
    DateTimeOffset BookedAt);

/// <summary>What happened to money.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LedgerKind>))]
public enum LedgerKind : byte
{
    /// <summary>The payer paid.</summary>
    Collected = 1,

    /// <summary>The partner gave it back by itself.</summary>
    Reversed = 2,

    /// <summary>It reached the beneficiary's account.</summary>
    Settled = 3,

    /// <summary>It was refunded.</summary>
    Refunded = 4,
}

/// <summary>The names of the ledger's accounts.</summary>
public static class LedgerAccounts
{
    /// <summary>All payers.</summary>
    public const string Payer = "payer";

    /// <summary>What the accounts of beneficiaries begin with.</summary>
    public const string BeneficiaryPrefix = "beneficiary:";

    /// <summary>What the accounts of refunds begin with.</summary>
    public const string RefundsPrefix = "refunds:";

    /// <summary>What the clearing accounts begin with.</summary>
    public const string ClearingPrefix = "clearing:";

    /// <summary>What a partner has collected and neither settled nor given back.</summary>
    public static string Clearing(string partner) => ClearingPrefix + partner;

    /// <summary>What reached a beneficiary's account (<see cref="BeneficiaryAccount.Key"/>).</summary>
    public static string Beneficiary(string account) => BeneficiaryPrefix + account;

    /// <summary>What went back of a partner's payments.</summary>
    public static string Refunds(string partner) => RefundsPrefix + partner;
}
