using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Payments.Platform;

/// <summary>Where a payer chooses how to pay an order (UrlThanhToan).</summary>
internal sealed class PayAddresses(HostSettings settings, GatewayPaymentOptions options)
{
    /// <summary>The page of an order.</summary>
    public Uri PageOf(string reference) => options.PayPage.Length > 0
        ? new Uri(options.PayPage.Replace("{reference}", reference, StringComparison.Ordinal))
        : new Uri(settings.PublicUrl, $"/pay/{reference}");
}
