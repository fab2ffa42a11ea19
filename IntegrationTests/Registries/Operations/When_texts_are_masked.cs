using DichVuCong.Registries.Operations;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_texts_are_masked
{
    [TestCase("HTTP 503 after 4 calls", "HTTP 503 after 4 calls")]
    [TestCase("citizen 001099012345 is unknown", "citizen *********345 is unknown")]
    [TestCase("call 0912345678 or +84912345678", "call *******678 or *********678")]
    [TestCase("refused <an.nguyen@example.vn>", "refused <***@***>")]
    [TestCase("H29.101-260302-5000004 and H01-260302-100000001 are dossiers", "H29.101-260302-5000004 and H01-260302-100000001 are dossiers")]
    public void Should_hide_what_looks_like_a_persons(string text, string shown) => MaskedText.Of(text).ShouldBe(shown);
}
