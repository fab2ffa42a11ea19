using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// What one side holds of one officer, in one hash: 32 hexadecimal digits. Both sides make it of the same text, so a one-stop system can make
/// it in whatever language it is written.
/// </summary>
public static class OfficerDigest
{
    private const int Bytes = 16;

    /// <summary>The hash of an officer.</summary>
    /// <param name="account">The account.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="groups">The groups in the agency compared.</param>
    /// <param name="grants">The procedures granted, and by which word: two sides may speak at one instant. In whatever order.</param>
    public static string Of(AccountId account, AccountState state, GroupSet groups, IEnumerable<(ProcedureCode Procedure, ScopeLife Life, LogicalTime At)> grants)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{account.Value}\n{(int)state}\n{groups}\n");
        foreach (var (procedure, life, at) in grants.OrderBy(grant => grant.Procedure.Value, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{procedure.Value} {life.ToWire()} {at.ToWire()}\n");
        return Hash(text.ToString());
    }

    /// <summary>The hash of a text: the first 16 bytes of its SHA-256 in UTF-8.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
