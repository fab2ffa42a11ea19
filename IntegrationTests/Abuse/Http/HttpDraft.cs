using System.Globalization;
using System.Text;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>How the end of a body is told.</summary>
internal enum Framing
{
    /// <summary>Content-Length.</summary>
    Length,

    /// <summary>Chunks.</summary>
    Chunked,

    /// <summary>Not at all: there is no body then, and what follows is another request.</summary>
    None,

    /// <summary>Content-Length says more than comes; then the caller hangs up.</summary>
    Cut,

    /// <summary>Chunks of which the last is missing; then the caller hangs up.</summary>
    ChunkedCut,

    /// <summary>Content-Length and chunks at once.</summary>
    Both,

    /// <summary>A Content-Length that is no number.</summary>
    Garbled,
}

/// <summary>A call, as text that may be wrong on purpose. <c>{{name}}</c> stands for what is only known when it is sent: sessions, codes.</summary>
internal sealed record HttpDraft(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, Framing Framing)
{
    /// <summary>Bytes of the request line and the headers, about.</summary>
    public long Size => Method.Length + Target.Length + Headers.Sum(header => header.Name.Length + header.Value.Length + 4);

    /// <summary>Whether the caller hangs up before it has said all: nobody waits for an answer then.</summary>
    public bool HangsUp => Framing is Framing.Cut or Framing.ChunkedCut;

    /// <summary>Whether a server may close the connection without the caller ever seeing its answer: it stops reading what is far too long.</summary>
    public bool MayBeCut(long body) => HangsUp || Size > 8_000 || body > 40_000_000;

    /// <summary>The call with what is only known now.</summary>
    public HttpDraft Filled(Func<string, string> fill) =>
        this with { Method = fill(Method), Target = fill(Target), Headers = [.. Headers.Select(header => (header.Name, fill(header.Value)))] };

    /// <summary>The bytes that are sent.</summary>
    public byte[] Write(byte[] body, Func<string, string> fill)
    {
        var head = new StringBuilder();
        head.Append(fill(Method)).Append(' ').Append(fill(Target)).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in Headers) head.Append(name).Append(": ").Append(fill(value)).Append("\r\n");
        var bytes = Fill(body, fill);
        head.Append(Framing switch
        {
            Framing.Length => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n"),
            Framing.Cut => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length + 1_000}\r\n"),
            Framing.Both => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\nTransfer-Encoding: chunked\r\n"),
            Framing.Garbled => "Content-Length: 1x\r\n",
            Framing.None => "",
            _ => "Transfer-Encoding: chunked\r\n",
        });
        head.Append("\r\n");
        byte[] content = Framing is Framing.Chunked or Framing.ChunkedCut or Framing.Both ? Chunks(bytes, Framing != Framing.ChunkedCut) : bytes;
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. content];
    }

    /// <summary>The body with what is only known now.</summary>
    public static byte[] Fill(byte[] body, Func<string, string> fill)
    {
        if (body.AsSpan().IndexOf("{{"u8) < 0) return body;
        // Latin-1 goes there and back without a change, whatever the bytes are.
        return Encoding.Latin1.GetBytes(fill(Encoding.Latin1.GetString(body)));
    }

    private static byte[] Chunks(byte[] body, bool isWhole)
    {
        using var chunks = new MemoryStream(body.Length + 64);
        var piece = Math.Max(1, body.Length / 3);
        for (var at = 0; at < body.Length; at += piece)
        {
            var length = Math.Min(piece, body.Length - at);
            chunks.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length:x};ext=1\r\n")));
            chunks.Write(body, at, length);
            chunks.Write("\r\n"u8);
        }

        if (isWhole) chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
