using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments.Ledger;

/// <summary>What is checked; what is null does not matter.</summary>
/// <param name="Partner">One partner alone.</param>
/// <param name="From">Payments of this day or later.</param>
/// <param name="Until">Payments of this day or before.</param>
public sealed record LedgerScope(string? Partner = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>The totals of a partner's day. The day is that of the payment: all that happens to its money later stays with it.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Day">The day.</param>
/// <param name="Collected">What payers paid, without what the partner took back: from the ledger.</param>
/// <param name="Registered">The same from the registry of transactions.</param>
/// <param name="Settled">What the beneficiaries have.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="OpenDifferences">What the partner still holds of payments on which an inquiry is open.</param>
/// <param name="InClearing">What it still holds of others: awaited, or on its way back.</param>
public sealed record LedgerDay(string Partner, DateOnly Day, Vnd Collected, Vnd Registered, Vnd Settled, Vnd Refunded, Vnd OpenDifferences, Vnd InClearing)
{
    /// <summary>Collected = settled + refunded + open differences + what is in clearing; both books agree; none is less than nothing.</summary>
    public bool Holds =>
        Collected == Settled + Refunded + OpenDifferences + InClearing && Collected == Registered
        && Collected >= Vnd.Zero && Settled >= Vnd.Zero && Refunded >= Vnd.Zero && OpenDifferences >= Vnd.Zero && InClearing >= Vnd.Zero;
}

/// <summary>What is wrong with the ledger or with what the registry says beside it.</summary>
public enum LedgerBreachKind : byte
{
    /// <summary>An entry moves nothing, or between accounts that its kind does not join.</summary>
    WrongEntry = 1,

    /// <summary>An order's entries are not numbered from 1 without a gap: one is missing.</summary>
    MissingEntry = 2,

    /// <summary>More left an account of a payment than had reached it.</summary>
    Overdrawn = 3,

    /// <summary>The order's row says otherwise than its entries, or there is no such order.</summary>
    OrderDiffers = 4,

    /// <summary>What was collected of the order on a day differs between its transactions and its entries.</summary>
    CollectedDiffers = 5,

    /// <summary>What went back of the order differs between its refunds and its entries.</summary>
    RefundedDiffers = 6,

    /// <summary>An entry was told again with another content.</summary>
    Contradiction = 7,

    /// <summary>One transaction of a partner pays two orders.</summary>
    DoubleClaim = 8,

    /// <summary>The partner holds money of which nobody awaits anything: no settlement, no refund, no inquiry.</summary>
    Unwatched = 9,
}

/// <summary>One breach, with what is needed to look at it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner; null where several may be concerned.</param>
/// <param name="Day">The payment's day; null where several may be concerned.</param>
/// <param name="Expected">What the registry says, in đồng; for <see cref="LedgerBreachKind.MissingEntry"/> the highest number.</param>
/// <param name="Found">What the ledger says; for <see cref="LedgerBreachKind.MissingEntry"/> how many there are.</param>
/// <param name="Detail">The entry, the transaction, or the figure that differs.</param>
public sealed record LedgerBreach(LedgerBreachKind Kind, PaymentReference Reference, string? Partner, DateOnly? Day, long Expected, long Found, string Detail);

/// <summary>What a check found.</summary>
/// <param name="Days">The totals, by day and partner.</param>
/// <param name="Breaches">The breaches, at most <see cref="LedgerCheck.MostBreaches"/> of each kind.</param>
/// <param name="Orders">How many orders were looked at.</param>
public sealed record LedgerReport(IReadOnlyList<LedgerDay> Days, IReadOnlyList<LedgerBreach> Breaches, long Orders)
{
    /// <summary>Whether money is conserved, for each partner and day and for each order.</summary>
    public bool Holds => Breaches.Count == 0 && Days.All(day => day.Holds);
}
