namespace DichVuCong.Sandbox.Banks.Control;

/// <summary>The body of <c>POST /sandbox/banks/{bank}/payments</c>: a transfer that somebody typed himself.</summary>
/// <param name="Reference">What he typed as the reference.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Account">The account that it goes to.</param>
internal sealed record TypedPayment(string? Reference, long Amount, string? Account)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error =>
        Reference is not { Length: > 0 and <= 100 } ? "reference must have 1 to 100 characters."
        : Amount is <= 0 or > 999_999_999_999 ? "amount must be from 1 to 999999999999."
        : Account is null or { Length: > 0 and <= 19 } ? null
        : "account must have 1 to 19 characters.";
}

/// <summary>The body of <c>POST /sandbox/payers</c>: a payer scans a code.</summary>
/// <param name="Qr">The code's content.</param>
/// <param name="ExpiresAt">Until when it may be paid; null for ever.</param>
internal sealed record ScannedCode(string? Qr, DateTimeOffset? ExpiresAt = null);
