using System.Data;
using System.Security.Cryptography;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>What is wrong with a row of the trail.</summary>
public enum AuditFault
{
    /// <summary>Its content is not what was written.</summary>
    Altered = 1,

    /// <summary>It is gone.</summary>
    Missing = 2,

    /// <summary>It was not written by the trail: it has no place in the chain.</summary>
    Inserted = 3,

    /// <summary>The chain's end is not the last row: it was changed, or rows at the end were.</summary>
    End = 4,
}

/// <summary>A fault in the trail.</summary>
/// <param name="Number">The row.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record AuditFinding(long Number, AuditFault Fault);

/// <summary>What verifying found.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Last">The number at the chain's end.</param>
/// <param name="Findings">What is wrong, by row; at most 100.</param>
public sealed record AuditVerdict(long Rows, long Last, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Whether the chain is unbroken.</summary>
    public bool IsUnbroken => Findings.Count == 0;
}

/// <summary>Walks the trail and names every row that was altered, removed or put in.</summary>
public sealed class AuditVerifier(NpgsqlDataSource database, KeyRing keys)
{
    private const int MostFindings = 100;

    private readonly AuditChain _chain = new(keys);

    /// <summary>Verifies all of it, as it is at one moment.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (last, end) = await HeadAsync(connection, cancellationToken);
        var findings = new List<AuditFinding>();
        var (rows, next, before) = (0L, 1L, AuditChain.Root);
        await foreach (var link in AuditReader.WalkAsync(connection, long.MinValue, long.MaxValue, cancellationToken))
        {
            if (findings.Count >= MostFindings) break;
            rows++;
            if (link.Row.Number < 1 || link.Row.Number > last)
            {
                findings.Add(new AuditFinding(link.Row.Number, AuditFault.Inserted));
                continue;
            }

            for (; next < link.Row.Number && findings.Count < MostFindings; next++) findings.Add(new AuditFinding(next, AuditFault.Missing));
            next = link.Row.Number + 1;
            // The row before may be gone or altered, for which this one is not to blame: it must fit the hash that it was written behind.
            if (!Equal(_chain.Hash(link.Row, link.Previous), link.Hash)) findings.Add(new AuditFinding(link.Row.Number, AuditFault.Altered));
            else if (!Equal(link.Previous, before) && findings.All(finding => finding.Number != link.Row.Number - 1)) findings.Add(new AuditFinding(link.Row.Number, AuditFault.Inserted));
            before = link.Hash;
        }

        for (; next <= last && findings.Count < MostFindings; next++) findings.Add(new AuditFinding(next, AuditFault.Missing));
        if (findings.Count == 0 && !Equal(before, end)) findings.Add(new AuditFinding(last, AuditFault.End));
        return new AuditVerdict(rows, last, findings);
    }

    internal static async Task<(long Number, byte[] Hash)> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, hash from operations.audit_head", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, []);
    }

    private static bool Equal(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
