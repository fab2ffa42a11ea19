using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// The instants of a dossier's state, in whole seconds as on the partners' wire: in the state, and as a number in its JSON (seconds since
/// 1970), which keeps the state within its budget.
/// </summary>
public sealed class WholeSeconds : JsonConverter<DateTimeOffset>
{
    /// <summary>An instant without its fraction of a second.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => VietnamTime.Local(DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()));

    /// <inheritdoc cref="Of(DateTimeOffset)"/>
    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } at ? Of(at) : null;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VietnamTime.Local(DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64()));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
