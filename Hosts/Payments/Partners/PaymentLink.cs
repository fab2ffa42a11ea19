namespace DichVuCong.Payments.Partners;

/// <summary>
/// How a citizen pays: at a page, or by scanning a code; exactly one of the two as a rule, and both where a bank gives both. The link may be
/// shown only after <c>StartPayment</c> with <see cref="StartedAt"/> is recorded: from then on the partner is asked when it does not call.
/// </summary>
/// <param name="Url">The partner's page.</param>
/// <param name="Qr">The content of a VietQR code.</param>
/// <param name="StartedAt">The time that was given to the partner with the order, in whole seconds: its later questions need it.</param>
/// <param name="ExpiresAt">Until when the link can be used.</param>
public sealed record PaymentLink(Uri? Url, string? Qr, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt);
