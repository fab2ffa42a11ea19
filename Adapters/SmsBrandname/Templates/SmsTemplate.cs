namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>A text that is registered for our brandname: a provider sends nothing else.</summary>
/// <param name="Id">The provider's number of it.</param>
/// <param name="Text">
/// The text, with a name in braces for each parameter: <c>Hồ sơ {code} đã xử lý xong lúc {at}.</c> Diacritics are taken off where the provider
/// takes none.
/// </param>
public sealed record SmsTemplate(string Id, string Text);

/// <summary>A text that was made from a registered one.</summary>
/// <param name="Id">The provider's number of the template.</param>
/// <param name="Values">The parameters' values in their order.</param>
internal sealed record SmsTemplateMatch(string Id, IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public override string ToString() => $"template {Id} with {Values.Count} values";
}
