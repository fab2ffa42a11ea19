namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>
/// How one partner calls back. A host reads, makes the payment durable (new, same again or conflict by <see cref="PartnerPayment.Identity"/>
/// and <see cref="PartnerPayment.ContentHash"/>), and only then replies. Implementations keep no state and may be used by all calls at once.
/// </summary>
public interface ICallbackForm
{
    /// <summary>The partner, as in <c>/callbacks/{partner}</c>.</summary>
    string Partner { get; }

    /// <summary>Verifies the raw bytes, and reads what they say. It throws for nothing that a partner may send.</summary>
    CallbackReading Read(CallbackRequest request);

    /// <summary>The partner's reply.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="receipt">Our number of the recorded payment, for partners that want one; the same again for a repeat.</param>
    CallbackReply Reply(CallbackReading reading, CallbackOutcome outcome, string receipt = "");
}
