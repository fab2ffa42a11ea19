using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Saga.Dossiers;

/// <summary>A time in which the applicant was asked for a supplement.</summary>
/// <param name="From">It was requested.</param>
/// <param name="Until">It is complete, or the dossier ended; null while it is open.</param>
public sealed record Supplement(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>Writes supplements as base 64 of 8 bytes each: from and until in seconds since 1970, 0 for open.</summary>
public sealed class SupplementsConverter : JsonConverter<IReadOnlyList<Supplement>>
{
    private const int Size = 8;

    /// <inheritdoc/>
    public override IReadOnlyList<Supplement> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var supplements = new Supplement[bytes.Length / Size];
        for (var index = 0; index < supplements.Length; index++)
        {
            var supplement = bytes.AsSpan(index * Size, Size);
            var until = BinaryPrimitives.ReadUInt32BigEndian(supplement[4..]);
            supplements[index] = new Supplement(
                StatusRow.InstantOf(BinaryPrimitives.ReadUInt32BigEndian(supplement)), until == 0 ? null : StatusRow.InstantOf(until));
        }

        return supplements;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Supplement> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Count * Size];
        for (var index = 0; index < value.Count; index++)
        {
            var supplement = bytes.AsSpan(index * Size, Size);
            BinaryPrimitives.WriteUInt32BigEndian(supplement, StatusRow.SecondsOf(value[index].From));
            BinaryPrimitives.WriteUInt32BigEndian(supplement[4..], StatusRow.SecondsOf(value[index].Until));
        }

        writer.WriteBase64StringValue(bytes);
    }
}
