using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>Which obligations a ministry stated by INIT: the account that stated them is not one of the gateway's.</summary>
internal static class StatedByPlatform
{
    private const string Prefix = "platform:";

    /// <summary>The name under which a partner of the platform states obligations. No account of the gateway has a colon in its name.</summary>
    public static string CallerOf(string maDoiTac) => Prefix + maDoiTac;

    /// <summary>Whether an order was.</summary>
    public static bool Is(OrderRow order) => order.Account.StartsWith(Prefix, StringComparison.Ordinal);
}
