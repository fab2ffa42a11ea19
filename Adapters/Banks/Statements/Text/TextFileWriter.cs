using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Writes a file of a layout line by line: header, detail lines with their checksums, and the trailer that counts them.</summary>
internal sealed class TextFileWriter : IDisposable
{
    private readonly TextLayout _layout;
    private readonly StatementFile _file;
    private readonly RecordFormat _detail;
    private readonly LineChecksum _checksum;
    private readonly CryptoStream? _encoded;
    private readonly StreamWriter _writer;
    private long _count;

    public TextFileWriter(Stream to, TextLayout layout, StatementFile file)
    {
        (_layout, _file, _detail, _checksum) = (layout, file, new RecordFormat(layout.Detail), new LineChecksum(layout, file.Key));
        _encoded = layout.IsBase64 ? new CryptoStream(to, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true) : null;
        _writer = new StreamWriter(_encoded ?? to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = layout.LineEnd };
        if (layout.HasColumnNames) _writer.WriteLine(string.Join(layout.Detail.Separator!.Value, layout.Detail.Fields.Select(field => field.Name)));
        if (layout.Header is { } header) WriteFrame(header);
    }

    /// <summary>Adds a detail line; its checksum is made here.</summary>
    public void Add(string[] values)
    {
        _checksum.Seal(_detail, values);
        _writer.WriteLine(_detail.Join(values));
        _count++;
    }

    /// <summary>Adds the trailer.</summary>
    public void End()
    {
        if (_layout.Trailer is { } trailer) WriteFrame(trailer);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _encoded?.Dispose();
        _checksum.Dispose();
    }

    private void WriteFrame(RecordLayout record)
    {
        var values = record.Fields.Select(field => field.Fill).ToArray();
        if (record.Separator is not null && record.Type.Length > 0) values[0] = record.Type;
        var frame = _layout.Frame;
        if (record.Has(frame.Count)) values[record.IndexOf(frame.Count!)] = _count.ToString(CultureInfo.InvariantCulture);
        if (record.Has(frame.Creator)) values[record.IndexOf(frame.Creator!)] = _file.Creator;
        if (record == _layout.Header && frame.Day is { } day) new Moments(record, day).Write(_file.Day.ToDateTime(TimeOnly.MinValue), values);
        if (record == _layout.Trailer && frame.Made is { } made) new Moments(record, made).Write(VietnamTime.Local(_file.MadeAt).DateTime, values);
        var format = new RecordFormat(record);
        _checksum.Seal(format, values);
        _writer.WriteLine(format.Join(values));
    }
}
