using System.Globalization;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>The forms of <c>error_code</c> that clients read: they compare with 0, "0" or "00" (<c>one-stop-and-portal-wire.md</c> 1.3).</summary>
public enum ErrorCodeForm : byte
{
    /// <summary>A JSON number: 0.</summary>
    Number = 1,

    /// <summary>A string: "0".</summary>
    Text = 2,

    /// <summary>A string of two characters: "00".</summary>
    Padded = 3,
}

/// <summary>Reads and writes the forms.</summary>
public static class ErrorCodeForms
{
    /// <summary>The form of a system's setting (<see cref="Contracts.Catalogue.OneStopSystem.ErrorCodeForm"/>).</summary>
    /// <exception cref="FormatException">The setting is none of <c>number</c>, <c>string</c>, <c>padded</c>.</exception>
    public static ErrorCodeForm Parse(string setting) => setting switch
    {
        "number" => ErrorCodeForm.Number,
        "string" => ErrorCodeForm.Text,
        "padded" => ErrorCodeForm.Padded,
        _ => throw new FormatException($"ErrorCodeForm is number, string or padded, not '{setting}'."),
    };

    internal static void Write(JsonTextWriter writer, ErrorCodeForm form, int code)
    {
        writer.WritePropertyName("error_code");
        if (form == ErrorCodeForm.Number) writer.WriteValue(code);
        else writer.WriteValue(code.ToString(form == ErrorCodeForm.Padded && code >= 0 ? "D2" : "D", CultureInfo.InvariantCulture));
    }
}
