using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Access;
using Microsoft.Net.Http.Headers;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>
/// Who calls in the shape of a province's proxy (1.4), which knows no session: told by a bearer token or HTTP Basic, or else by the network
/// that the call comes from, which the account trusts because of the security server in between.
/// </summary>
internal sealed class ProxyCallers(Callers callers, AccountDirectory accounts, Logins logins)
{
    private const string Basic = "Basic ";

    /// <summary>The account that calls, or why there is none.</summary>
    /// <param name="request">The call.</param>
    /// <param name="named">The agency that the address or the body names; null when neither does.</param>
    public (Account? Account, WireFault? Fault) Of(HttpRequest request, string? named)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (header.Length == 0) return Trusted(request, named);
        if (header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return ByPassword(request, header[Basic.Length..].Trim());
        return callers.Of(request) is { Kind: AccountKind.OneStop } account ? (account, null) : (null, CallFaults.TokenRefused);
    }

    private (Account?, WireFault?) ByPassword(HttpRequest request, string encoded)
    {
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, buffer, out var length)) return (null, CallFaults.TokenRefused);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return (null, CallFaults.TokenRefused);
        var attempt = logins.Try(text[..colon], text[(colon + 1)..], request.HttpContext.Connection.RemoteIpAddress);
        return (attempt.Account, attempt.MustWait ? CallFaults.TooManyLogins : attempt.Account is null ? CallFaults.TokenRefused : null);
    }

    private (Account?, WireFault?) Trusted(HttpRequest request, string? named)
    {
        var address = request.HttpContext.Connection.RemoteIpAddress;
        if (named is not null)
        {
            return accounts.Find(named) is { Kind: AccountKind.OneStop } account && AccountDirectory.Trusts(account, address)
                ? (account, null)
                : (null, CallFaults.NotTrusted);
        }

        var trusting = accounts.Trusting(address).Where(account => account.Kind == AccountKind.OneStop).ToList();
        if (trusting.Count == 0) return (null, CallFaults.NotTrusted);
        // An agency with several codes has an account under each, all of one system.
        return trusting.TrueForAll(account => account.System == trusting[0].System) ? (trusting[0], null) : (null, CallFaults.AgencyNotNamed);
    }
}
