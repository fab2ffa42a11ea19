using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>The hash of a row: keyed, over the hash before it and every field with its length, so that no two rows have the same text.</summary>
internal sealed class AuditChain(KeyRing keys)
{
    private readonly byte[] _key = keys.Derive("audit chain");

    /// <summary>The hash that stands before the first row.</summary>
    public static byte[] Root { get; } = SHA256.HashData("operations.audit"u8);

    /// <summary>The hash of a row behind another.</summary>
    public byte[] Hash(AuditRow row, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Append(hash, previous);
        foreach (var field in Fields(row)) Append(hash, field is null ? null : Encoding.UTF8.GetBytes(field));
        return hash.GetHashAndReset();
    }

    private static IEnumerable<string?> Fields(AuditRow row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture), row.Who, row.Name,
        row.Role, row.Scope, row.Action, row.Kind, row.Target, row.Agency, row.Reason, row.Result, row.Detail,
    ];

    private static void Append(IncrementalHash hash, byte[]? field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field?.Length ?? -1);
        hash.AppendData(length);
        if (field is not null) hash.AppendData(field);
    }
}
