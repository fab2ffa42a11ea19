using System.Text;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>Writes the envelope of a reply (1.3), wrapped once more where the client is a province's proxy.</summary>
internal static class ReplyBody
{
    /// <summary>The bytes of a reply.</summary>
    /// <param name="style">How the system wants to be answered.</param>
    /// <param name="code">error_code.</param>
    /// <param name="message">The text.</param>
    /// <param name="rest">Writes the further members: <c>result</c>, <c>session</c>.</param>
    public static byte[] Of(ReplyStyle style, int code, string message, Action<JsonTextWriter> rest)
    {
        var inner = JsonBytes.Of(writer => Write(writer, style, code, message, rest));
        return style.Wrapped
            ? JsonBytes.Of(writer => Write(writer, style, code, Encoding.UTF8.GetString(inner), static _ => { }))
            : inner;
    }

    /// <summary>Opens <c>result</c> and writes what it holds.</summary>
    public static Action<JsonTextWriter> Result(Action<JsonTextWriter> value) => writer =>
    {
        writer.WritePropertyName("result");
        value(writer);
    };

    private static void Write(JsonTextWriter writer, ReplyStyle style, int code, string message, Action<JsonTextWriter> rest)
    {
        writer.WriteStartObject();
        ErrorCodeForms.Write(writer, style.Form, code);
        writer.WritePropertyName("message");
        writer.WriteValue(message);
        rest(writer);
        writer.WriteEndObject();
    }
}
