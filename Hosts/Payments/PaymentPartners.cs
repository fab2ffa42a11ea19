using System.Collections.Frozen;
using DichVuCong.Payments.Partners;
using DichVuCong.Payments.Platform;
using DichVuCong.Payments.Settings;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Payments;

/// <summary>
/// The payment partners that are configured, by code: how each calls back, how a payment is started at it, how it is asked, and when it is
/// reconciled. Gateway and Worker build it from the same settings; it may be used by all calls at once.
/// </summary>
public sealed class PaymentPartners : IDisposable
{
    private readonly FrozenDictionary<string, PaymentPartner> _byCode;

    /// <summary>Builds the partners.</summary>
    /// <param name="settings">The settings, valid.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tokenKey">The key under VietQR's tokens: <c>KeyRing.Derive("vietqr tokens")</c>, so that every host takes them.</param>
    public PaymentPartners(PaymentSettings settings, TimeProvider time, byte[] tokenKey)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        var partners = new List<PaymentPartner>();
        if (settings.Vnpay is { } vnpay) partners.Add(new VnpayPartner(vnpay));
        if (settings.VietQr is { } vietQr)
        {
            VietQr = new VietQrPartner(vietQr, settings.BankIds, new VietQrTokens(tokenKey, vietQr.Settings.TokenLifetime));
            partners.Add(VietQr);
        }

        partners.AddRange(settings.Banks.Select(bank => new BankPartner(bank, time)));
        if (settings.PlatformClient is { } client) partners.Add(new PlatformClientPartner(client, time));
        All = partners;
        Platform = settings.Platform is { } platform ? new PlatformServer(platform) : null;
        _byCode = partners.ToFrozenDictionary(partner => partner.Code, StringComparer.Ordinal);
    }

    /// <summary>The partners that collect payments.</summary>
    public IReadOnlyList<PaymentPartner> All { get; }

    /// <summary>VietQR, which also wants tokens of us; null when it is not configured.</summary>
    public VietQrPartner? VietQr { get; }

    /// <summary>The platform of which ministries are partners; null when it is not configured.</summary>
    public PlatformServer? Platform { get; }

    /// <summary>What is not configured, to be said at start.</summary>
    public IEnumerable<string> NotConfigured => Settings.NotConfigured;

    internal PaymentSettings Settings { get; }

    /// <summary>A partner by its code; null when it is not configured.</summary>
    public PaymentPartner? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What payments are watched by, with each partner's own cut-off and times of being asked, and the longest life of a link.</summary>
    public PaymentRules RulesOf(PaymentRules? house = null)
    {
        var rules = Settings.Sandbox.Hasten(house ?? new PaymentRules());
        return rules with
        {
            LinkLifetime = All.Select(partner => partner.LinkLifetime).Append(rules.LinkLifetime).Max(),
            CutOffByPartner = All.ToFrozenDictionary(partner => partner.Code, partner => partner.CutOff, StringComparer.Ordinal),
            AsksByPartner = All.Where(partner => partner.Asks is not null)
                .ToFrozenDictionary(partner => partner.Code, partner => partner.Asks!, StringComparer.Ordinal),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var partner in All) partner.Dispose();
        Platform?.Dispose();
    }
}
