using System.Security.Cryptography;

namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>
/// Takes a bank's file whole or not at all: it is read to its end and checked before the first line is given out, then read again. Neither pass
/// keeps more than a line, so a file may be of any length.
/// </summary>
public static class StatementReader
{
    /// <summary>Checks a file.</summary>
    /// <exception cref="StatementRejectedException">The file breaks a rule; the line and field are named.</exception>
    public static VerifiedStatement Verify(IStatementFamily family, StatementFile file)
    {
        if (file.IsNameTaken(file.Name)) throw new StatementRejectedException(0, "", RejectionRule.DuplicateName, "A file of this name was taken before.");
        if (!family.ShowsItsEnd && file.Size is null)
        {
            throw new StatementRejectedException(0, "", RejectionRule.Size, "The file has no trailer: without its size nobody knows whether it is whole.");
        }

        using var content = new DigestStream(file.Open());
        var lines = 0L;
        foreach (var _ in family.Read(content, file)) lines++;
        content.ReadToEnd();
        if (content.BytesRead == 0 && file.Size != 0) throw new StatementRejectedException(0, "", RejectionRule.Size, "The file is empty, and nobody announced that.");
        if (file.Size is { } size && size != content.BytesRead)
        {
            throw new StatementRejectedException(0, "", RejectionRule.Size, $"{size} bytes were announced, {content.BytesRead} came.");
        }

        return new VerifiedStatement(family, file, lines, content.Digest());
    }
}

/// <summary>A file that keeps all rules of its family.</summary>
public sealed class VerifiedStatement
{
    private readonly byte[] _digest;

    internal VerifiedStatement(IStatementFamily family, StatementFile file, long count, byte[] digest) => (Family, File, Count, _digest) = (family, file, count, digest);

    /// <summary>Its family.</summary>
    public IStatementFamily Family { get; }

    /// <summary>The file.</summary>
    public StatementFile File { get; }

    /// <summary>How many movements it has.</summary>
    public long Count { get; }

    /// <summary>The SHA-256 of its bytes, in hexadecimal digits.</summary>
    public string Digest => Convert.ToHexStringLower(_digest);

    /// <summary>Its movements. Whoever stores them does so in one transaction that ends after the last.</summary>
    /// <exception cref="StatementRejectedException">The file is no longer the one that was verified.</exception>
    public IEnumerable<StatementLine> Lines() => Again(content => Family.Read(content, File));

    internal IEnumerable<(StatementLine Line, string[] Values)> Records(Text.TextFamily family) => Again(content => family.ReadRecords(content, File));

    private IEnumerable<T> Again<T>(Func<Stream, IEnumerable<T>> read)
    {
        using var content = new DigestStream(File.Open());
        foreach (var each in read(content)) yield return each;
        content.ReadToEnd();
        if (!CryptographicOperations.FixedTimeEquals(content.Digest(), _digest))
        {
            throw new StatementRejectedException(0, "", RejectionRule.Changed, "The file was changed while it was read.");
        }
    }
}
