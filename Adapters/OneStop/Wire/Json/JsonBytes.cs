using System.Text;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>Writes JSON as UTF-8 without a byte order mark, Vietnamese as it is and not as escapes: clients search the text of replies.</summary>
internal static class JsonBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The bytes of what <paramref name="write"/> writes.</summary>
    public static byte[] Of(Action<JsonTextWriter> write)
    {
        var stream = new MemoryStream(1024);
        using (var writer = new JsonTextWriter(new StreamWriter(stream, Utf8, bufferSize: 256)) { ArrayPool = CharPool.Shared })
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
