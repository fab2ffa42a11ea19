using System.Collections.Frozen;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>
/// The errors of the protocol (RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, OpenID Connect Core 3.1.2.6) and what each means for us: a kind of no, or
/// none for "later". An error that is not in the table is not repeated anywhere: anybody can write one into an address.
/// </summary>
internal static class OAuthErrors
{
    private static readonly FrozenDictionary<string, (IdentityRefusal? Kind, string Reason)> Table =
        new Dictionary<string, (IdentityRefusal?, string)>(StringComparer.Ordinal)
        {
            ["access_denied"] = (IdentityRefusal.Declined, "the person or the source said no"),
            ["login_required"] = (IdentityRefusal.Declined, "the person did not sign in"),
            ["interaction_required"] = (IdentityRefusal.Declined, "the person did not do what was asked"),
            ["consent_required"] = (IdentityRefusal.Declined, "the person did not agree"),
            ["account_selection_required"] = (IdentityRefusal.Declined, "the person chose no account"),
            ["server_error"] = (null, "the source failed"),
            ["temporarily_unavailable"] = (null, "the source asks to wait"),
            ["invalid_grant"] = (IdentityRefusal.Expired, "the code was used, is over, or is of another client"),
            ["invalid_token"] = (IdentityRefusal.Expired, "the token is over or was withdrawn"),
            ["invalid_client"] = (IdentityRefusal.Configuration, "our account or secret is not known"),
            ["unauthorized_client"] = (IdentityRefusal.Configuration, "our account may not do this"),
            ["unsupported_grant_type"] = (IdentityRefusal.Configuration, "the source does not know this kind of grant"),
            ["unsupported_response_type"] = (IdentityRefusal.Configuration, "the source gives no codes"),
            ["invalid_scope"] = (IdentityRefusal.Configuration, "the scope is not ours to ask for"),
            ["insufficient_scope"] = (IdentityRefusal.Configuration, "the token's scope is too small"),
            ["invalid_request"] = (IdentityRefusal.Configuration, "the source does not understand the request"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All errors of the table, for those who test each.</summary>
    public static IEnumerable<string> All => Table.Keys;

    /// <summary>What an error means; null when it is none of the table.</summary>
    public static IdentityAnswer<T>? Of<T>(string? error)
        where T : class
    {
        if (error is null || !Table.TryGetValue(error, out var row)) return null;
        return row.Kind is { } kind ? new IdentityAnswer<T>.Refused(kind, error, row.Reason) : new IdentityAnswer<T>.Away($"{error}: {row.Reason}");
    }
}
