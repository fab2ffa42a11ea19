using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>Reads a stored file part by part, with one part in memory.</summary>
internal sealed class StatementContent(NpgsqlDataSource database, Sealer sealer, long file) : Stream
{
    private const string ReadPart =
        "select f.key, p.sealed from payment.statement_part p join payment.statement_file f on f.id = p.file where p.file = $1 and p.part = $2";

    private byte[] _part = [];
    private int _at;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _part.Length && !LoadNext()) return 0;
        var count = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool LoadNext()
    {
        using var command = database.CreateCommand(ReadPart);
        command.Parameters.Add(new() { Value = file });
        command.Parameters.Add(new() { Value = _next });
        using var reader = command.ExecuteReader();
        if (!reader.Read()) return false;
        _part = sealer.Open(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1), StatementStore.PlaceOf(file, _next));
        (_at, _next) = (0, _next + 1);
        return true;
    }
}
