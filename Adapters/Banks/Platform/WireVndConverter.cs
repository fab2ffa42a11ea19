using DichVuCong.Contracts.Payments;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Writes an amount as the platform has it inside the receipt's information: a text of digits.</summary>
internal sealed class WireVndConverter : JsonConverter<Vnd>
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override Vnd ReadJson(JsonReader reader, Type objectType, Vnd existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Receipts are read field by field.");

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, Vnd value, JsonSerializer serializer) => writer.WriteValue(value.ToWire());
}
