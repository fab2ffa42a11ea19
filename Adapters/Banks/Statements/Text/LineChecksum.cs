using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>The checksums of a file, line by line. They find damage, not forgery: that is what the transport's signature is for.</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The banks' files are defined with MD5.")]
internal sealed class LineChecksum : IDisposable
{
    private readonly string _key;
    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    /// <summary>Begins a file.</summary>
    /// <exception cref="ArgumentException">The checksums take a key, and there is none: anybody could make them.</exception>
    public LineChecksum(TextLayout layout, string key)
    {
        if (key.Length == 0 && layout.Detail.Checksum?.Rule == ChecksumRule.LineAndKey) throw new ArgumentException($"A file of {layout.Name} needs the partner's key.", nameof(key));
        _key = key;
    }

    /// <summary>Checks a line, and keeps its checksum for the trailer's.</summary>
    public void Verify(RecordLayout layout, string line, string[] values, long number)
    {
        if (layout.Checksum is not { } checksum) return;
        var stated = values[layout.IndexOf(checksum.Field)];
        if (!string.Equals(stated, Of(layout, checksum, line, values), StringComparison.OrdinalIgnoreCase))
        {
            throw new StatementRejectedException(number, checksum.Field, RejectionRule.Checksum, "The checksum is not the line's.");
        }

        Keep(layout, stated);
    }

    /// <summary>Puts the checksum into the values of a line that is written.</summary>
    public void Seal(RecordFormat format, string[] values)
    {
        var layout = format.Layout;
        if (layout.Checksum is not { } checksum) return;
        var index = layout.IndexOf(checksum.Field);
        values[index] = "";
        values[index] = Of(layout, checksum, format.Join(values), values);
        Keep(layout, values[index]);
    }

    public void Dispose() => _all.Dispose();

    private void Keep(RecordLayout layout, string checksum)
    {
        if (layout.Checksum!.Rule != ChecksumRule.LineChecksums) _all.AppendData(Encoding.UTF8.GetBytes(checksum.ToLowerInvariant()));
    }

    private string Of(RecordLayout layout, ChecksumLayout checksum, string line, string[] values) => checksum.Rule switch
    {
        ChecksumRule.Values => Md5(string.Concat(
            checksum.Over is null ? values.Where((_, at) => layout.Fields[at].Name != checksum.Field) : checksum.Over.Select(field => values[layout.IndexOf(field)]))),
        ChecksumRule.LineAndKey => Md5(line[..line.LastIndexOf(layout.Separator!.Value)] + _key),
        ChecksumRule.Line => Md5(line[..line.LastIndexOf($"[{checksum.Field}]", StringComparison.Ordinal)]),
        _ => Convert.ToHexStringLower(_all.GetCurrentHash()),
    };

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
