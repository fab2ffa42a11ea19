using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>What the saga remembers of a row of the agency's: 14 bytes. The row itself is in the history.</summary>
/// <param name="Id">The row's identity.</param>
/// <param name="At">Its time, in seconds since 1970.</param>
/// <param name="State">Its state.</param>
/// <param name="Marks">What was noticed about it.</param>
public readonly record struct StatusRow(ulong Id, uint At, DossierState State, RowMarks Marks)
{
    /// <summary>Its time.</summary>
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(At);

    /// <summary>The row of an agency's status.</summary>
    public static StatusRow Of(AgencyStatusRow row) => new(
        Convert.ToUInt64(row.RowId, 16), (uint)Math.Clamp(row.At.ToUnixTimeSeconds(), 0, uint.MaxValue), row.State, RowMarks.None);

    /// <summary>
    /// Whether the row stands behind another: by time, then by how far the state is, then by identity, so that the order is the same whatever
    /// came first.
    /// </summary>
    public bool IsBehind(StatusRow other)
    {
        if (At != other.At) return At > other.At;
        var rank = StateGraph.RankOf(State).CompareTo(StateGraph.RankOf(other.State));
        return rank != 0 ? rank > 0 : Id > other.Id;
    }
}

/// <summary>What was noticed about a row.</summary>
[Flags]
public enum RowMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An operator accepted it although the graph has no such edge.</summary>
    Corrected = 1,

    /// <summary>It was flagged as an impossible transition.</summary>
    FlaggedImpossible = 2,

    /// <summary>It was flagged as coming from the future.</summary>
    FlaggedFuture = 4,
}

/// <summary>Writes rows as base 64 of 14 bytes each: sixty of them fit into the state's budget.</summary>
public sealed class StatusRowsConverter : JsonConverter<IReadOnlyList<StatusRow>>
{
    private const int RowSize = 14;

    /// <inheritdoc/>
    public override IReadOnlyList<StatusRow> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var rows = new StatusRow[bytes.Length / RowSize];
        for (var index = 0; index < rows.Length; index++)
        {
            var row = bytes.AsSpan(index * RowSize, RowSize);
            rows[index] = new StatusRow(
                BinaryPrimitives.ReadUInt64BigEndian(row), BinaryPrimitives.ReadUInt32BigEndian(row[8..]), (DossierState)(sbyte)row[12], (RowMarks)row[13]);
        }

        return rows;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<StatusRow> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Count * RowSize];
        for (var index = 0; index < value.Count; index++)
        {
            var row = bytes.AsSpan(index * RowSize, RowSize);
            BinaryPrimitives.WriteUInt64BigEndian(row, value[index].Id);
            BinaryPrimitives.WriteUInt32BigEndian(row[8..], value[index].At);
            row[12] = (byte)(sbyte)value[index].State;
            row[13] = (byte)value[index].Marks;
        }

        writer.WriteBase64StringValue(bytes);
    }
}
