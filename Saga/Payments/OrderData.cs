using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>The order saga's data. No personal data; at most 1.5 kB for an ordinary order.</summary>
public sealed record OrderData
{
    /// <summary>The payment reference.</summary>
    public required PaymentReference Reference { get; init; }

    /// <summary>The obligation it belongs to.</summary>
    public required ObligationId Obligation { get; init; }

    /// <summary>The collecting agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>The agency's calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The beneficiary account, as <see cref="BeneficiaryAccount.Key"/>.</summary>
    public required string Account { get; init; }

    /// <summary>What is to be paid.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The ministry's system that gets the callback; null for none.</summary>
    public string? ConfirmTo { get; init; }

    /// <summary>Whether the time to pay is over.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether the agency took it back, be it in time or too late.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Where it stands, as shown last.</summary>
    public OrderState State { get; init; } = OrderState.Open;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The payments that were tried: for each partner the latest one, and those before it of which the partner does not know.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>The transactions that brought money; only ever added to.</summary>
    public IReadOnlyList<Transaction> Transactions { get; init; } = [];

    /// <summary>The refunds; only ever added to.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>The statement lines that were settled.</summary>
    public IReadOnlyList<SettledLine> SettledLines { get; init; } = [];

    /// <summary>When all that is due was on the beneficiary's account.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How many entries it has in the ledger.</summary>
    public int Entries { get; init; }

    /// <summary>The differences that were found, by the ends of their identities.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>The agency's receipt: series, number and date; null while there is none.</summary>
    public string? Receipt { get; init; }

    /// <summary>Where the agency serves it; null while it does not.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>Whether the missing receipt was told.</summary>
    public bool ReceiptWasMissed { get; init; }

    /// <summary>What the ministry's system is being told; null when nothing is under way.</summary>
    public Confirmation? Confirming { get; init; }

    /// <summary>The state that the ministry's system took last.</summary>
    public OrderState? Confirmed { get; init; }

    /// <summary>How many states the ministry's system was told: the running number of the last one.</summary>
    public int Confirmations { get; init; }

    /// <summary>Whether it was told of a payment that does not stand any more, and has taken nothing newer.</summary>
    public bool MustUnsayPaid { get; init; }

    /// <summary>The transaction that pays the order; null while it is not paid.</summary>
    [JsonIgnore]
    public Transaction? Covering => Transactions.FirstOrDefault(transaction => transaction.Covers);

    /// <summary>Whether money of the order was settled: from then on nothing is automatic.</summary>
    [JsonIgnore]
    public bool HasSettled => Transactions.Any(transaction => transaction.Settled.IsPositive);

    /// <summary>Whether an attempt stands so.</summary>
    public bool Has(AttemptState state) => Attempts.Any(attempt => attempt.State == state);

    /// <summary>The transaction with this identity, or null.</summary>
    public Transaction? Find(string partner, string? number) =>
        Transactions.FirstOrDefault(transaction => transaction.Partner == partner && transaction.Number == (number ?? ""));

    /// <summary>How much of the order's amount is paid and not refunded.</summary>
    [JsonIgnore]
    public Vnd NetPaid
    {
        get
        {
            if (Covering is not { } paid) return Vnd.Zero;
            var left = paid.Amount - MoneyOf(paid).Refunded;
            return left < Amount ? left : Amount;
        }
    }

    /// <summary>Where a transaction's money is.</summary>
    public TransactionMoney MoneyOf(Transaction transaction) => TransactionMoney.Of(transaction, Refunds);
}

/// <summary>What a ministry's system is being told.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it was told first.</param>
/// <param name="Attempts">How often it was told.</param>
/// <param name="Number">Its running number in the order.</param>
/// <param name="NextAt">When it is told again; null while its answer is awaited, or when it was given up.</param>
public sealed record Confirmation(OrderState State, DateTimeOffset Since, int Attempts, int Number, DateTimeOffset? NextAt);

/// <summary>A statement line that was settled.</summary>
/// <param name="Line">Its identity.</param>
/// <param name="Amount">What it said, be that booked or not.</param>
public sealed record SettledLine(string Line, Vnd Amount);

/// <summary>How the order saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(OrderData))]
public sealed partial class OrderDataJson : JsonSerializerContext;
