using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// Makes the SMS of a notice's text. A text that is too long is never refused: first the agency's name is shortened, then the text, at a
/// word's end, and the dossier's code stays.
/// </summary>
/// <param name="unicode">Whether texts keep their diacritics.</param>
/// <param name="maxPlainLength">The longest plain text, in septets.</param>
/// <param name="maxUnicodeLength">The longest Unicode text, in 16-bit units.</param>
internal sealed class SmsComposer(bool unicode, int maxPlainLength, int maxUnicodeLength)
{
    private static readonly Func<char, int> Septets = Gsm7.SeptetsOf;
    private static readonly Func<char, int> Utf16 = static _ => 1;

    private readonly Func<char, int> _unitsOf = unicode ? Utf16 : Septets;
    private readonly int _limit = unicode ? maxUnicodeLength : maxPlainLength;

    /// <summary>Makes texts as Viettel's interface takes them.</summary>
    public SmsComposer(SmsBrandnameSettings settings)
        : this(settings.Unicode, settings.MaxPlainLength, settings.MaxUnicodeLength)
    {
    }

    /// <summary>Makes the text.</summary>
    /// <param name="template">The notice's text, with <see cref="NoticePlaceholders.Agency"/>.</param>
    /// <param name="agency">The agency's name.</param>
    /// <param name="dossier">The code that is kept.</param>
    public SmsContent Compose(string template, string? agency, DossierCode dossier)
    {
        var text = Clean(template);
        var name = Clean(string.IsNullOrWhiteSpace(agency) ? NoticePlaceholders.UnknownAgency : agency);
        return new SmsContent(Fit(text, name, dossier.Value), unicode);
    }

    private string Fit(string text, string name, string essential)
    {
        var full = WithAgency(text, name);
        if (Fits(full)) return full;

        var without = WithAgency(text, "");
        var places = (text.Length - without.Length) / NoticePlaceholders.Agency.Length;
        if (places > 0)
        {
            var room = (_limit - TextCut.Units(without, _unitsOf)) / places;
            var shortened = TextCut.AtWord(name, room, _unitsOf);
            if (shortened.Length > 0) return WithAgency(text, shortened);
        }

        // Cleaned again: where the name was, two blanks would meet.
        return TextCut.AtWordKeeping(Clean(without), essential, _limit, _unitsOf);
    }

    private bool Fits(string text) => TextCut.Units(text, _unitsOf) <= _limit;

    private string Clean(string text) => unicode ? SmsAlphabet.Unicode(text) : SmsAlphabet.Plain(text);

    private static string WithAgency(string text, string name) => text.Replace(NoticePlaceholders.Agency, name, StringComparison.Ordinal);
}
