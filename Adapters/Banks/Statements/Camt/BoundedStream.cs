namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>
/// Reads a stream and stops when what is held whole grows beyond its bound: the XML reader would take an element of any size into memory, and a
/// text of any length within one.
/// </summary>
internal sealed class BoundedStream(Stream inner, int maximumBytes) : Stream
{
    private long _read;
    private long _line = 1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What came before is no longer held; what begins now begins in this line.</summary>
    public void Begin(long line) => (_read, _line) = (0, line);

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        return _read <= maximumBytes ? read : throw new StatementRejectedException(_line, "", RejectionRule.LineLength, $"An entry has at most {maximumBytes} bytes.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
