namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>A text that is ready to be sent. It names a dossier and an agency, so it never shows itself.</summary>
/// <param name="Text">The text.</param>
/// <param name="Unicode">Whether it goes out as Unicode.</param>
internal readonly record struct SmsContent(string Text, bool Unicode)
{
    /// <inheritdoc/>
    public override string ToString() => $"SMS of {Text.Length} characters";
}
