namespace DichVuCong.Contracts.Payments;

/// <summary>
/// Tell a ministry's system where an order stands: the callback of <c>one-stop-and-portal-wire.md</c> 5.3. The adapter answers
/// <see cref="ConfirmationTaken"/> for MaLoi 00 and <see cref="ConfirmationNotTaken"/> for everything else; when to try again is data of the
/// order's saga, not of the line.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="System">The ministry's system (MaDoiTac).</param>
/// <param name="Obligation">The obligation, which holds the ministry's MaThamChieu.</param>
/// <param name="State">Where the order stands; paid is MaLoi 00.</param>
/// <param name="Amount">The order's amount.</param>
/// <param name="Partner">The partner that was paid; null while nothing is paid.</param>
/// <param name="TransactionNo">The payment's number (MaGiaoDich); null while nothing is paid.</param>
/// <param name="At">Since when it stands there (ThoiGianGD).</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Number">The running number of what the order tells; the answer echoes it.</param>
[MessageName("payments.confirm-payment.v1")]
public sealed record ConfirmPayment(
    PaymentReference Reference,
    string System,
    ObligationId Obligation,
    OrderState State,
    Vnd Amount,
    string? Partner,
    string? TransactionNo,
    DateTimeOffset At,
    int Attempt,
    int Number);

/// <summary>The ministry's system took a confirmation (MaLoi 00).</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">What it was told, <see cref="ConfirmPayment.Number"/>.</param>
[MessageName("payments.confirmation-taken.v1")]
public sealed record ConfirmationTaken(PaymentReference Reference, int Number);

/// <summary>The ministry's system did not take a confirmation: another MaLoi, no answer, or none that can be read.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">What it was told, <see cref="ConfirmPayment.Number"/>.</param>
/// <param name="Reason">Its code and text, or what went wrong.</param>
[MessageName("payments.confirmation-not-taken.v1")]
public sealed record ConfirmationNotTaken(PaymentReference Reference, int Number, string Reason);
