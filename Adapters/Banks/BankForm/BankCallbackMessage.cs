using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>Composes a callback as a bank does: for the simulated bank, and for the worked example of the bank's page.</summary>
public static class BankCallbackMessage
{
    /// <summary>The request.</summary>
    /// <param name="payment">What it tells.</param>
    /// <param name="signatures">The bank's side of the signatures.</param>
    /// <param name="now">When it is sent.</param>
    /// <exception cref="InvalidOperationException">No key of the bank counts at that instant.</exception>
    public static CallbackRequest Compose(PartnerPayment payment, BodySignatures signatures, DateTimeOffset now)
    {
        var stamp = VietnamTime.ToWire(now);
        var body = BankFormBody.Write(
        [
            ("orderReference", payment.OrderReference),
            ("transactionNo", payment.TransactionNo),
            ("amountVnd", payment.Amount),
            ("status", BankStatus.WordOf(payment.Result)),
            (BankFormNames.PaymentCode, payment.Code),
            ("payerBank", payment.Bank),
            ("beneficiaryAccount", payment.Account),
            ("paidAt", payment.PaidAt is { } paidAt ? VietnamTime.ToWire(paidAt) : null),
            (BankFormNames.SentAt, stamp),
        ]);
        var signature = signatures.Sign(body, now) ?? throw new InvalidOperationException("No key counts now.");
        return new CallbackRequest("POST", default, body, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [BankFormNames.KeyId] = signature.KeyId,
            [BankFormNames.Signature] = signature.Value,
            [BankFormNames.Timestamp] = stamp,
        }, now);
    }
}
