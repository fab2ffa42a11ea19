using Microsoft.Playwright;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>Debian's chromium, steered by Playwright. Where it is missing, the tests that need it are ignored and say so.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <exception cref="IgnoreException">There is none on this machine.</exception>
    public static async Task<Browser> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable("DVC_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);
        if (program is null) Assert.Ignore("There is no chromium here: apt-get install chromium (Debian's package), or name one in DVC_CHROMIUM.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>A window of its own session, in which whatever the page's script or policy complains about is collected.</summary>
    public async Task<BrowserWindow> OpenAsync(Uri address)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = 1600, Height = 1000 },
            Locale = "vi-VN",
        });
        return new BrowserWindow(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
