using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>An account in 8 bytes, cut from the SHA-256 of its letters and digits: banks write the same account with and without blanks and points.</summary>
/// <param name="Value">0 when there is none.</param>
public readonly record struct AccountKey(ulong Value)
{
    /// <summary>The key of an account as a bank writes it.</summary>
    public static AccountKey Of(string? text)
    {
        var plain = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return plain.Length == 0 ? default : new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(plain))) | 1);
    }
}
