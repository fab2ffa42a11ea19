using System.Text;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>A message in protobuf's wire format, as much of it as is needed to read what a collector is sent.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Content)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var tag = Varint(bytes.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => VarintLength(bytes.Span, at),
                1 => 8,
                2 => (int)Varint(bytes.Span, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"Wire type {tag & 7} is not one of protobuf's."),
            };
            _fields.Add(((int)(tag >> 3), bytes.Slice(at, length)));
            at += length;
        }
    }

    public IEnumerable<ProtoMessage> Messages(int field) => Contents(field).Select(content => new ProtoMessage(content));

    public string Text(int field) => Encoding.UTF8.GetString(Contents(field).FirstOrDefault().Span);

    public bool Has(int field) => Contents(field).Any();

    private IEnumerable<ReadOnlyMemory<byte>> Contents(int field) => _fields.Where(one => one.Field == field).Select(one => one.Content);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) return value;
        }
    }

    private static int VarintLength(ReadOnlySpan<byte> bytes, int at)
    {
        var length = 1;
        while (bytes[at + length - 1] >= 0x80) length++;
        return length;
    }
}
