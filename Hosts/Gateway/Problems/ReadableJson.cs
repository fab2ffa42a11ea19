using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DichVuCong.Gateway.Problems;

/// <summary>JSON whose Vietnamese people can read: letters stand as they are instead of as escapes. What could end a script still is escaped.</summary>
internal static class ReadableJson
{
    /// <summary>The options of a context, with readable letters.</summary>
    public static JsonSerializerOptions Of(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
