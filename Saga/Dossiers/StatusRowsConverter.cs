using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// Writes rows as base 64 of 14 bytes each, and 4 more for a date that differs from the one given before it: as many as are remembered fit
/// into the state's budget.
/// </summary>
/// <remarks>
/// A row: identity (8), time (4), state (4 bits, counted from -2) and how its dates are written (2 bits each), marks (1), and the dates
/// that follow. All numbers with the highest byte first.
/// </remarks>
public sealed class StatusRowsConverter : JsonConverter<IReadOnlyList<StatusRow>>
{
    private const int LongestRow = 22;
    private const int LowestState = (int)DossierState.Unrouted;
    private const int Same = 1;
    private const int Follows = 2;

    /// <inheritdoc/>
    public override IReadOnlyList<StatusRow> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ReadOnlySpan<byte> bytes = reader.GetBytesFromBase64();
        var rows = new List<StatusRow>();
        uint received = 0;
        uint appointment = 0;
        while (bytes.Length > 0)
        {
            var (id, at, packed, marks) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]), bytes[12], bytes[13]);
            bytes = bytes[14..];
            var given = (ReadDate(ref bytes, (packed >> 4) & 3, ref received), ReadDate(ref bytes, packed >> 6, ref appointment));
            rows.Add(new StatusRow(id, at, (DossierState)((packed & 15) + LowestState), (RowMarks)marks, given.Item1, given.Item2));
        }

        return rows;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<StatusRow> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Count * LongestRow];
        var rest = bytes.AsSpan();
        uint received = 0;
        uint appointment = 0;
        foreach (var row in value)
        {
            BinaryPrimitives.WriteUInt64BigEndian(rest, row.Id);
            BinaryPrimitives.WriteUInt32BigEndian(rest[8..], row.At);
            var (receivedAs, appointmentAs) = (FormOf(row.Received, received), FormOf(row.Appointment, appointment));
            rest[12] = (byte)(((int)row.State - LowestState) | (receivedAs << 4) | (appointmentAs << 6));
            rest[13] = (byte)row.Marks;
            rest = rest[14..];
            WriteDate(ref rest, receivedAs, row.Received, ref received);
            WriteDate(ref rest, appointmentAs, row.Appointment, ref appointment);
        }

        writer.WriteBase64StringValue(bytes.AsSpan(..^rest.Length));
    }

    private static int FormOf(uint date, uint last) => date == 0 ? 0 : date == last ? Same : Follows;

    private static uint ReadDate(ref ReadOnlySpan<byte> bytes, int form, ref uint last)
    {
        if (form == Follows)
        {
            last = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            bytes = bytes[4..];
        }

        return form == 0 ? 0 : last;
    }

    private static void WriteDate(ref Span<byte> rest, int form, uint date, ref uint last)
    {
        if (form != Follows) return;
        BinaryPrimitives.WriteUInt32BigEndian(rest, date);
        rest = rest[4..];
        last = date;
    }
}
