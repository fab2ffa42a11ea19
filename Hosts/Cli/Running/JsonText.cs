using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Running;

/// <summary>How <c>--json</c> is written: camelCase, Vietnamese letters as they are, times of Asia/Ho_Chi_Minh, states as their numbers.</summary>
internal static class JsonText
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new StateNumber(), new LocalTime(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private sealed class StateNumber : JsonConverter<DossierState>
    {
        public override DossierState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (DossierState)reader.GetSByte();

        public override void Write(Utf8JsonWriter writer, DossierState value, JsonSerializerOptions options) => writer.WriteNumberValue((sbyte)value);
    }

    private sealed class LocalTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(VietnamTime.Local(value));
    }
}
