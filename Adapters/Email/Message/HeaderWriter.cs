using System.Buffers;
using System.Buffers.Text;
using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// Writes a mail's header: ASCII only, lines folded under 76 characters (RFC 5322 2.2.3), other letters as encoded words (RFC 2047). A value
/// can end no header: what is not plain letters, digits and blanks goes out in base64, and control characters as blanks.
/// </summary>
internal sealed class HeaderWriter(IBufferWriter<byte> output)
{
    private const int MostColumns = 76;
    private const int MostOfWord = 75;
    private const int MostBytesOfRune = 4;
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -");

    private int _column;

    /// <summary>A header of ours whose value is a constant, a time or a code.</summary>
    public void Constant(string name, string value)
    {
        Ascii(name);
        Ascii(": ");
        Ascii(value);
        EndLine();
    }

    /// <summary>A header with free text.</summary>
    public void Text(string name, string text)
    {
        Ascii(name);
        Ascii(": ");
        Words(text);
        EndLine();
    }

    /// <summary>A header with one address and, when there is one, its owner's name.</summary>
    public void Mailbox(string name, string? owner, EmailAddress address)
    {
        Ascii(name);
        Ascii(": ");
        var open = address.Reveal();
        if (string.IsNullOrWhiteSpace(owner))
        {
            Ascii(open);
        }
        else
        {
            Words(owner);
            if (_column + open.Length + 3 > MostColumns) Fold();
            else Ascii(" ");
            Ascii("<");
            Ascii(open);
            Ascii(">");
        }

        EndLine();
    }

    private void Words(string text)
    {
        if (IsPlain(text) && _column + text.Length <= MostColumns) Ascii(text);
        else EncodedWords(text);
    }

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExcept(PlainCharacters)
        && text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal);

    private void EncodedWords(string text)
    {
        Span<byte> word = stackalloc byte[MostOfWord];
        var length = 0;
        if (RoomForBytes() < MostBytesOfRune) Fold();
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Rune.IsControl(rune) ? new Rune(' ') : rune;
            // A character is never torn apart between two words (RFC 2047 5).
            if (length + shown.Utf8SequenceLength > RoomForBytes())
            {
                EncodedWord(word[..length]);
                Fold();
                length = 0;
            }

            length += shown.EncodeToUtf8(word[length..]);
        }

        if (length > 0) EncodedWord(word[..length]);
    }

    /// <summary>How many bytes an encoded word may hold that begins at the present column.</summary>
    private int RoomForBytes() => (Math.Min(MostOfWord, MostColumns - _column) - "=?UTF-8?B??=".Length) / 4 * 3;

    private void EncodedWord(ReadOnlySpan<byte> bytes)
    {
        Ascii("=?UTF-8?B?");
        Base64.EncodeToUtf8(bytes, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        output.Advance(written);
        _column += written;
        Ascii("?=");
    }

    private void Ascii(string text)
    {
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
        _column += text.Length;
    }

    private void Fold()
    {
        output.Write("\r\n "u8);
        _column = 1;
    }

    private void EndLine()
    {
        output.Write("\r\n"u8);
        _column = 0;
    }
}
