using System.Buffers.Binary;
using System.Text;

namespace DichVuCong.Bench.Limit;

/// <summary>One message of the PostgreSQL protocol (version 3): a letter, a length that counts itself, a body.</summary>
internal readonly record struct WireMessage(byte Type, ReadOnlyMemory<byte> Whole)
{
    private const int Header = 5;

    public ReadOnlyMemory<byte> Body => Whole[Header..];

    /// <summary>The rows that a "command complete" speaks of; 0 for other messages and for commands that touch no rows.</summary>
    public long Rows
    {
        get
        {
            if (Type != (byte)'C') return 0;
            var tag = Encoding.ASCII.GetString(Body.Span[..^1]);
            return long.TryParse(tag.AsSpan(tag.LastIndexOf(' ') + 1), out var rows) ? rows : 0;
        }
    }

    /// <summary>Reads the next message.</summary>
    /// <exception cref="EndOfStreamException">The connection was closed.</exception>
    public static async Task<WireMessage> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        await stream.ReadExactlyAsync(header, cancellationToken);
        var length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1));
        var whole = new byte[length + 1];
        header.CopyTo(whole, 0);
        await stream.ReadExactlyAsync(whole.AsMemory(Header), cancellationToken);
        return new WireMessage(header[0], whole);
    }

    /// <summary>Puts a message together.</summary>
    public static byte[] Of(char type, ReadOnlySpan<byte> body)
    {
        var whole = new byte[Header + body.Length];
        whole[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(whole.AsSpan(1), body.Length + 4);
        body.CopyTo(whole.AsSpan(Header));
        return whole;
    }
}
