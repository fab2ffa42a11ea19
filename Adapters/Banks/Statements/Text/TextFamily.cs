using System.Globalization;
using System.Security.Cryptography;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Reads and writes every text family by its layout.</summary>
public sealed class TextFamily(TextLayout layout) : IStatementFamily
{
    private readonly RecordFormat? _header = layout.Header is null ? null : new(layout.Header);
    private readonly RecordFormat _detail = new(layout.Detail);
    private readonly RecordFormat? _trailer = layout.Trailer is null ? null : new(layout.Trailer);
    private readonly LineFields _fields = new(layout.Detail, layout.Line);

    /// <inheritdoc/>
    public string Name => layout.Name;

    /// <inheritdoc/>
    public bool ShowsItsEnd => layout.Trailer is not null;

    /// <summary>The layout.</summary>
    public TextLayout Layout => layout;

    /// <inheritdoc/>
    public IEnumerable<StatementLine> Read(Stream content, StatementFile file) => ReadRecords(content, file).Select(record => record.Line);

    /// <inheritdoc/>
    public void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines)
    {
        using var writer = new TextFileWriter(to, layout, file);
        foreach (var line in lines) writer.Add(_fields.Write(line));
        writer.End();
    }

    /// <summary>Every detail line with the values of all its fields.</summary>
    internal IEnumerable<(StatementLine Line, string[] Values)> ReadRecords(Stream content, StatementFile file)
    {
        CheckName(file);
        using var decoded = layout.IsBase64 ? new CryptoStream(content, new FromBase64Transform(), CryptoStreamMode.Read, leaveOpen: true) : null;
        var source = new LineSource(decoded ?? content, layout.LineEnd, layout.MaximumLineBytes);
        using var checksum = new LineChecksum(layout, file.Key);
        ReadHead(source, file);
        var (count, ended) = (0L, false);
        while (source.Next() is { } line)
        {
            if (ended) throw new StatementRejectedException(source.Number, "", RejectionRule.RecordType, "There is a line behind the trailer.");
            if (_trailer?.Begins(line) == true)
            {
                ReadTrailer(line, source.Number, count, checksum, file);
                ended = true;
                continue;
            }

            var values = _detail.Split(line, source.Number);
            checksum.Verify(layout.Detail, line, values, source.Number);
            count++;
            yield return (_fields.Read(values, file, source.Number), values);
        }

        if (_trailer is not null && !ended) throw new StatementRejectedException(source.Number + 1, "", RejectionRule.RecordType, "The trailer is missing: the file is cut.");
    }

    private void CheckName(StatementFile file)
    {
        if (layout.DayInName is not { } form) return;
        var day = file.Day.ToString(form, CultureInfo.InvariantCulture);
        if (!file.Name.Contains(day, StringComparison.Ordinal)) throw new StatementRejectedException(0, "", RejectionRule.Date, $"The file's name does not hold {day}.");
    }

    private void ReadHead(LineSource source, StatementFile file)
    {
        if (layout.HasColumnNames)
        {
            var expected = string.Join(layout.Detail.Separator!.Value, layout.Detail.Fields.Select(field => field.Name));
            if (source.Next() != expected) throw new StatementRejectedException(1, "", RejectionRule.Fields, $"The first line is {expected}");
        }

        if (_header is null) return;
        var line = source.Next() ?? throw new StatementRejectedException(1, "", RejectionRule.RecordType, "The file is empty.");
        var values = _header.Split(line, source.Number);
        if (layout.Frame.Day is not { } day) return;
        if (DateOnly.FromDateTime(new Moments(layout.Header!, day).Read(values, file.Day, source.Number)) != file.Day)
        {
            throw new StatementRejectedException(source.Number, day.Fields[0], RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}.");
        }
    }

    private void ReadTrailer(string line, long number, long count, LineChecksum checksum, StatementFile file)
    {
        var trailer = layout.Trailer!;
        var values = _trailer!.Split(line, number);
        if (layout.Frame.Count is { } field
            && (!long.TryParse(values[trailer.IndexOf(field)], NumberStyles.None, CultureInfo.InvariantCulture, out var stated) || stated != count))
        {
            throw new StatementRejectedException(number, field, RejectionRule.Count, $"There are {count} lines.");
        }

        if (layout.Frame.Made is { } made) new Moments(trailer, made).Read(values, file.Day, number);
        checksum.Verify(trailer, line, values, number);
    }
}
